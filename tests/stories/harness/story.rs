//! Telling a story: everything it needs is started, and everything is ended, however it ends.

use std::{
    any::Any,
    env,
    fs::{self, File},
    future::{Future, poll_fn},
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
    pin::pin,
    task::Poll,
    thread,
    time::{Duration, Instant},
};

use super::{
    browser::Browser,
    engine::Engine,
    patience::patient,
    profile::target_dir,
    site::Site,
    trouble::{Failure, Told, Trouble},
};

/// How a story ends.
pub type Outcome = Result<(), Failure>;

/// The longest a story may take, so that one that hangs is named and does not stop the run.
const LONGEST: Duration = Duration::from_mins(15);

/// Tells `tale` of the app in `MOGNAD_DIST` (or `dist/`), in `engine`.
pub fn story<F>(engine: Engine, tale: F)
where
    F: AsyncFnOnce(&mut Browser, &Site) -> Outcome,
{
    let dist = env::var_os("MOGNAD_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"),
        PathBuf::from,
    );
    story_on(&dist, engine, tale);
}

/// Tells `tale` of the site in `folder`.
///
/// # Panics
/// With the story's failure: this is how a test says no.
pub fn story_on<F>(folder: &Path, engine: Engine, tale: F)
where
    F: AsyncFnOnce(&mut Browser, &Site) -> Outcome,
{
    let told = match tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime.block_on(tell(folder, engine, tale)),
        Err(error) => Ending::Failed(Trouble::from(error).to_string()),
    };
    match told {
        Ending::Good => {}
        Ending::Failed(sentence) => say_no(&sentence),
        Ending::Panicked(panic) => panic::resume_unwind(panic),
    }
}

/// How a story ended, once everything is put away.
enum Ending {
    Good,
    Failed(String),
    Panicked(Box<dyn Any + Send>),
}

#[allow(clippy::panic)] // The one place where a story's failure becomes a test's.
fn say_no(sentence: &str) -> ! {
    panic!("{sentence}");
}

async fn tell<F>(folder: &Path, engine: Engine, tale: F) -> Ending
where
    F: AsyncFnOnce(&mut Browser, &Site) -> Outcome,
{
    let thread = thread::current();
    let name = thread.name().unwrap_or("a story").to_owned();
    let in_engine =
        |trouble: &dyn std::fmt::Display| format!("{name} in {}: {trouble}", engine.name());
    let _slot = match Slot::wait().await {
        Ok(slot) => slot,
        Err(trouble) => return Ending::Failed(in_engine(&trouble)),
    };
    let began = Instant::now();
    let (site, mut browser) = match prepare(folder, engine).await {
        Ok(both) => both,
        Err(trouble) => return Ending::Failed(in_engine(&trouble)),
    };
    let ready = began.elapsed();
    let told = tokio::time::timeout(patient(LONGEST), caught(tale(&mut browser, &site))).await;
    let ending = match told {
        Ok(Ok(Ok(()))) => Ending::Good,
        Ok(Ok(Err(failure))) => Ending::Failed(in_engine(&failure)),
        Ok(Err(panic)) => {
            let scene = browser
                .with_page(Trouble::new(in_engine(&"an assertion did not hold.")))
                .await;
            eprintln!("{scene}");
            Ending::Panicked(panic)
        }
        Err(_elapsed) => {
            let minutes = patient(LONGEST).as_secs() / 60;
            let trouble = Trouble::new(format!("The story did not end within {minutes} minutes."));
            Ending::Failed(in_engine(&browser.with_page(trouble).await))
        }
    };
    drop((browser, site));
    println!(
        "{name} in {}: ready after {:.1} s, told and put away after {:.1} s.",
        engine.name(),
        ready.as_secs_f64(),
        began.elapsed().as_secs_f64()
    );
    ending
}

async fn prepare(folder: &Path, engine: Engine) -> Told<(Site, Browser)> {
    let site = Site::start(folder)?;
    let browser = Browser::start(engine, &site.url()).await?;
    Ok((site, browser))
}

/// Awaits `future` and catches its panic, so that the page can be looked at before all is ended.
async fn caught<T>(future: impl Future<Output = T>) -> Result<T, Box<dyn Any + Send>> {
    let mut future = pin!(future);
    poll_fn(move |context| {
        match panic::catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(value)) => Poll::Ready(Ok(value)),
            Err(panic) => Poll::Ready(Err(panic)),
        }
    })
    .await
}

/// Leave to use the machine: only as many stories run at once as it has room for, over all test
/// processes, because a lock file ends with its process however that ends.
struct Slot {
    _lock: File,
}

impl Slot {
    async fn wait() -> Told<Self> {
        let dir = target_dir().join("locks");
        fs::create_dir_all(&dir)?;
        let slots = env::var("MOGNAD_STORIES_AT_ONCE")
            .ok()
            .and_then(|number| number.parse::<usize>().ok())
            .unwrap_or_else(|| {
                thread::available_parallelism()
                    .map_or(1, usize::from)
                    .div_ceil(2)
            })
            .max(1);
        loop {
            for number in 0..slots {
                let lock = File::create(dir.join(format!("slot-{number}")))?;
                if lock.try_lock().is_ok() {
                    return Ok(Self { _lock: lock });
                }
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// Makes one test per engine of the same story, in a module of its name; a folder may stand
/// between name and tale, as in [`story_on`]:
///
/// ```ignore
/// in_every_engine!(an_answer_is_kept, async |browser, site| { …; Ok(()) });
/// ```
macro_rules! in_every_engine {
    (@tests $name:ident, $tell:path, ($($folder:expr,)?), $tale:expr) => {
        mod $name {
            #[allow(unused_imports)] // A tale may need nothing from around it.
            use super::*;

            #[test]
            fn chromium() {
                $tell($($folder,)? $crate::harness::Engine::Chromium, $tale);
            }

            #[test]
            fn firefox() {
                $tell($($folder,)? $crate::harness::Engine::Firefox, $tale);
            }

            #[test]
            fn webkit() {
                $tell($($folder,)? $crate::harness::Engine::WebKit, $tale);
            }
        }
    };
    ($name:ident, $folder:expr, $tale:expr) => {
        $crate::harness::in_every_engine!(@tests $name, $crate::harness::story_on, ($folder,), $tale);
    };
    ($name:ident, $tale:expr) => {
        $crate::harness::in_every_engine!(@tests $name, $crate::harness::story, (), $tale);
    };
}
#[allow(unused_imports)] // Not every set of stories has one for every engine.
pub(crate) use in_every_engine;
