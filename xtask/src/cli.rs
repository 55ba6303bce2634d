//! What can be typed after `cargo xtask`.

use anyhow::{Context, Result, bail};

use crate::build::Profile;

/// The port of `serve` and `dev` when none is asked for.
const USUAL_PORT: u16 = 8080;

/// The text of `cargo xtask help`.
pub const HELP: &str = "\
cargo xtask <command>

The two commands that most people need:
  serve [--port 8080] [--no-open]   Set up what is missing, make the release build, open it on 127.0.0.1.
  test [--only STEP]                Set up what is missing and run every check, browsers included.
                                    `test --only list` lists the steps.

While working:
  dev [--port 8080]                 Fast build that reloads the page when a file changes.
  build [--profile dev|release]     Make dist/ (release, the default) or target/dev-dist/ (dev).
  questions [--schema]              Validate the question sets and the example, and build them;
                                    with --schema write the JSON Schemas of the sets instead.
  styles                            Bundle styles/main.css into target/assets/style.css.

Now and then:
  setup [--tests]                   Only install what is missing, into target/tools and node_modules;
                                    with --tests also the browsers and their drivers.
  bench                             Measure: bytes of the first load, Lighthouse, drawing, times in the browser.
  torture [--only inputs|kills]     The long runs: ten million foreign inputs, browsers killed at random moments
                                    (MOGNAD_FUZZ_INPUTS and MOGNAD_KILLS say how many).
  pictures                          Take the README's pictures from the running app, into docs/pictures.
  audit                             Check dependencies: bans, licences and sources (cargo-deny).

Needed beforehand: rustup (https://rustup.rs) and Node.js 20 or newer (https://nodejs.org).
";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print [`HELP`].
    Help,
    /// Install what is missing.
    Setup {
        /// Also the browsers and their drivers.
        tests: bool,
    },
    /// Validate and build the question sets and the example.
    Questions {
        /// Write the JSON Schemas of their files instead.
        schema: bool,
    },
    /// Bundle the style sheet.
    Styles,
    /// Build the app.
    Build(Profile),
    /// Build and serve the app.
    Serve {
        /// The first port to try.
        port: u16,
        /// Whether to open the browser.
        open: bool,
    },
    /// Build, serve and reload on change.
    Dev {
        /// The port to use.
        port: u16,
    },
    /// Run the checks.
    Test {
        /// Only this step.
        only: Option<String>,
    },
    /// Measure.
    Bench,
    /// The long runs.
    Torture {
        /// Only this one: `inputs` or `kills`.
        only: Option<String>,
    },
    /// Take the README's pictures.
    Pictures,
    /// Check the dependencies.
    Audit,
}

/// Understands the arguments.
///
/// # Errors
/// When a command or option is not one of those in [`HELP`].
pub fn parse(arguments: &[String]) -> Result<Command> {
    let Some((name, options)) = arguments.split_first() else {
        return Ok(Command::Help);
    };
    let mut options = Options {
        command: name,
        left: options.to_vec(),
    };
    let command = match name.as_str() {
        "help" | "--help" | "-h" => Command::Help,
        "setup" => Command::Setup {
            tests: options.flag("--tests"),
        },
        "questions" => Command::Questions {
            schema: options.flag("--schema"),
        },
        "styles" => Command::Styles,
        "build" => Command::Build(options.profile()?),
        "serve" => Command::Serve {
            port: options.port()?,
            open: !options.flag("--no-open"),
        },
        "dev" => Command::Dev {
            port: options.port()?,
        },
        "test" => Command::Test {
            only: options.value("--only")?,
        },
        "bench" => Command::Bench,
        "torture" => Command::Torture {
            only: options.value("--only")?,
        },
        "pictures" => Command::Pictures,
        "audit" => Command::Audit,
        other => bail!("there is no command `{other}`; `cargo xtask help` lists them"),
    };
    options.none_left()?;
    Ok(command)
}

/// The options not yet understood.
struct Options<'a> {
    command: &'a str,
    left: Vec<String>,
}

impl Options<'_> {
    fn flag(&mut self, name: &str) -> bool {
        let before = self.left.len();
        self.left.retain(|option| option != name);
        self.left.len() < before
    }

    /// Understands `--name value` and `--name=value`.
    fn value(&mut self, name: &str) -> Result<Option<String>> {
        let with_sign = format!("{name}=");
        if let Some(at) = self
            .left
            .iter()
            .position(|option| option.starts_with(&with_sign))
        {
            return Ok(self
                .left
                .remove(at)
                .strip_prefix(&with_sign)
                .map(str::to_owned));
        }
        let Some(at) = self.left.iter().position(|option| option == name) else {
            return Ok(None);
        };
        self.left.remove(at);
        if at < self.left.len() {
            return Ok(Some(self.left.remove(at)));
        }
        bail!("`{name}` needs a value after it; `cargo xtask help` shows how")
    }

    fn port(&mut self) -> Result<u16> {
        let Some(port) = self.value("--port")? else {
            return Ok(USUAL_PORT);
        };
        port.parse()
            .with_context(|| format!("`{port}` is not a port: it must be a number up to 65535"))
    }

    fn profile(&mut self) -> Result<Profile> {
        match self.value("--profile")?.as_deref() {
            None | Some("release") => Ok(Profile::Release),
            Some("dev") => Ok(Profile::Dev),
            Some(other) => bail!("there is no profile `{other}`: it is `dev` or `release`"),
        }
    }

    fn none_left(&self) -> Result<()> {
        match self.left.first() {
            None => Ok(()),
            Some(option) => {
                bail!(
                    "`{}` does not know `{option}`; `cargo xtask help` lists what it knows",
                    self.command
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&words)
    }

    #[test]
    fn commands_and_options_are_understood() {
        assert_eq!(parsed("").unwrap(), Command::Help);
        assert_eq!(
            parsed("serve --no-open --port 9000").unwrap(),
            Command::Serve {
                port: 9000,
                open: false
            }
        );
        assert_eq!(
            parsed("build --profile=dev").unwrap(),
            Command::Build(Profile::Dev)
        );
        assert_eq!(
            parsed("test --only fmt").unwrap(),
            Command::Test {
                only: Some("fmt".to_owned())
            }
        );
    }

    #[test]
    fn what_is_not_known_is_named() {
        assert!(parsed("bulid").unwrap_err().to_string().contains("`bulid`"));
        assert!(
            parsed("test --fast")
                .unwrap_err()
                .to_string()
                .contains("`--fast`")
        );
        assert!(
            parsed("serve --port")
                .unwrap_err()
                .to_string()
                .contains("`--port`")
        );
        assert!(parsed("serve --port 99999").is_err());
    }
}
