//! Starts Lotse: hands the arguments over and returns the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    lotse::cli::run(std::env::args_os()).into()
}
