//! The run over all rows: reading ahead, working on all cores, writing in
//! order, saving how far it is.

use super::super::{Manners, check_interrupted};
use super::job::{Done, Job};
use super::{Sum, Work};
use crate::error::{Error, ErrorKind, Result};
use crate::intake::{Checkpoint, Chunk, Input, Output, Rejects};
use indicatif::ProgressBar;
use rayon::prelude::*;
use rust_i18n::t;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Rows and bytes of a chunk: enough that handing it over costs nothing,
/// little enough that a few of them are nothing in memory.
const CHUNK_ROWS: usize = 512;
const CHUNK_BYTES: usize = 1 << 20;
/// How often a run is saved so that it can go on.
const SAVE_EVERY: Duration = Duration::from_secs(5);

/// A run under way.
pub(super) struct Run<W: Work> {
    pub(super) output: Output,
    pub(super) rejects: Rejects,
    pub(super) tally: W::Tally,
    pub(super) bar: ProgressBar,
    pub(super) rows: u64,
    /// Bytes of the output that hold the rows.
    pub(super) written: u64,
    /// How many of the rows were rejected, and the bytes of their file.
    pub(super) rejects_written: (u64, u64),
    pub(super) saved: Instant,
    pub(super) start: Instant,
    pub(super) identity: String,
    pub(super) strict: bool,
}

impl<W: Work> Run<W> {
    pub(super) fn on_one_thread(
        &mut self,
        job: &Job<'_, W>,
        mut inputs: Vec<Input>,
        skip: u64,
    ) -> Result<()> {
        let mut scratch = W::Scratch::default();
        for_each_chunk(&mut inputs, skip, |name, read, chunk| {
            let done = job.process(&chunk, &mut scratch)?;
            self.write(name, read, done)
        })
    }

    /// One thread reads ahead, the others classify several chunks at a time,
    /// this one writes them down in order.
    pub(super) fn on_many_threads(
        &mut self,
        job: &Job<'_, W>,
        mut inputs: Vec<Input>,
        skip: u64,
    ) -> Result<()> {
        let at_once = rayon::current_num_threads() * 2;
        let scratches = Mutex::new(Vec::new());
        let (sender, receiver) = sync_channel(at_once);
        std::thread::scope(|scope| {
            let reader = scope.spawn(move || {
                for_each_chunk(&mut inputs, skip, |name, read, chunk| {
                    // Nobody listens once writing has failed; that error counts.
                    let sent = sender.send((name.to_owned(), read, chunk));
                    sent.map_err(|_| Error::new(ErrorKind::Interrupted, t!("interrupted")))?;
                    check_interrupted()
                })
            });
            let written = self.write_all(job, &receiver, at_once, &scratches);
            drop(receiver);
            let read = reader
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            written.and(read)
        })
    }

    fn write_all(
        &mut self,
        job: &Job<'_, W>,
        receiver: &Receiver<(String, u64, Chunk)>,
        at_once: usize,
        scratches: &Mutex<Vec<W::Scratch>>,
    ) -> Result<()> {
        while let Ok(first) = receiver.recv() {
            let mut chunks = vec![first];
            while chunks.len() < at_once
                && let Ok(next) = receiver.try_recv()
            {
                chunks.push(next);
            }
            let done: Vec<Result<Done<W::Tally>>> = chunks
                .par_iter()
                .map(|(_, _, chunk)| {
                    // What a scratch remembers is worth keeping for the next chunk.
                    let mut scratch = lock(scratches).pop().unwrap_or_default();
                    let done = job.process(chunk, &mut scratch);
                    lock(scratches).push(scratch);
                    done
                })
                .collect();
            for ((name, read, _), done) in chunks.iter().zip(done) {
                self.write(name, *read, done?)?;
            }
        }
        Ok(())
    }

    /// Writes a chunk down; `read` bytes of the inputs lie behind it.
    fn write(&mut self, name: &str, read: u64, done: Done<W::Tally>) -> Result<()> {
        check_interrupted()?;
        if let (true, Some(reject)) = (self.strict, done.rejects.first()) {
            let message = t!(
                "reject.strict",
                path = name,
                row = reject.row,
                line = reject.line,
                column = reject.column,
                reason = reject.reason
            );
            return Err(Error::input(message));
        }
        self.output.write(&done.bytes)?;
        self.rejects.write(name, &done.rejects)?;
        self.tally.add(done.tally);
        self.rows += done.rows;
        // From here on, all that was written belongs to whole chunks.
        self.written = self.output.written();
        self.rejects_written = (self.rejects.count(), self.rejects.written());
        self.bar.set_position(read);
        let rate = self.rows as f64 / self.start.elapsed().as_secs_f64().max(1e-3);
        self.bar
            .set_message(t!("progress.rate", rows = rate.round()).into_owned());
        if self.saved.elapsed() >= SAVE_EVERY {
            self.save()?;
        }
        Ok(())
    }

    fn save(&mut self) -> Result<()> {
        self.saved = Instant::now();
        self.rejects.sync()?;
        self.output.save(&Checkpoint {
            run: self.identity.clone(),
            rows: self.rows,
            written: self.written,
            rejects: self.rejects_written.0,
            rejects_written: self.rejects_written.1,
            summary: serde_json::to_value(&self.tally).unwrap_or_default(),
        })
    }

    /// Saves a run that is broken off, and says how to go on.
    pub(super) fn save_for_later(&mut self, manners: &Manners) {
        if self.rows > 0 && self.output.can_resume() && self.save().is_ok() {
            manners.say(t!("classify.stopped", rows = self.rows));
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads all inputs chunk by chunk, but for the first `skip` rows; `each` is
/// given the input's name and how many bytes were read of all inputs.
fn for_each_chunk(
    inputs: &mut [Input],
    mut skip: u64,
    mut each: impl FnMut(&str, u64, Chunk) -> Result<()>,
) -> Result<()> {
    let mut before = 0;
    for input in inputs {
        loop {
            let mut chunk = input.chunk(CHUNK_ROWS, CHUNK_BYTES)?;
            if chunk.is_empty() {
                break;
            }
            let skipped = skip.min(chunk.len() as u64);
            chunk.skip(skipped as usize);
            skip -= skipped;
            let read = before + input.read().load(Ordering::Relaxed);
            each(input.name(), read, chunk)?;
        }
        before += input.read().load(Ordering::Relaxed);
    }
    Ok(())
}
