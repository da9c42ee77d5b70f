//! The `qulaq` program.

fn main() -> std::process::ExitCode {
    qulaq::cli::main()
}
