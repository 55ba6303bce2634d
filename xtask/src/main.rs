//! The commands of this repository: `cargo xtask help` lists them in plain words.

mod audit;
mod bench;
mod build;
mod checks;
mod cli;
mod dev;
mod first_load;
mod open_browser;
mod pictures;
mod questions;
mod run;
mod serve;
mod servers;
mod service_worker;
mod setup;
mod styles;
mod torture;
mod workspace;

use std::process::ExitCode;

use cli::Command;
use workspace::Workspace;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match cli::parse(&arguments).and_then(|command| execute(&command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn execute(command: &Command) -> anyhow::Result<()> {
    let workspace = Workspace::find()?;
    match command {
        Command::Help => {
            print!("{}", cli::HELP);
            Ok(())
        }
        Command::Setup { tests: true } => setup::for_tests(&workspace),
        Command::Setup { tests: false } => setup::for_builds(&workspace),
        Command::Questions { schema: false } => questions::build(&workspace),
        Command::Questions { schema: true } => questions::write_schemas(&workspace),
        Command::Styles => setup::for_builds(&workspace).and_then(|()| styles::build(&workspace)),
        Command::Build(profile) => build::build(&workspace, *profile),
        Command::Serve { port, open } => serve::serve(&workspace, *port, *open),
        Command::Dev { port } => dev::dev(&workspace, *port),
        Command::Test { only } => checks::test(&workspace, only.as_deref()),
        Command::Bench => bench::bench(&workspace),
        Command::Torture { only } => torture::torture(&workspace, only.as_deref()),
        Command::Pictures => pictures::take(&workspace),
        Command::Audit => audit::audit(&workspace),
    }
}
