//! A wish to end a build before it is done.

use std::{
    future::Future,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
    thread::{self, Thread},
    time::Duration,
};

use crate::search::error::SearchError;

/// How often whoever waits looks up.
const LOOK: Duration = Duration::from_millis(50);

/// A wish to end a build, shared between whoever builds and whoever may wish so: a signal handler for example.
#[derive(Clone, Debug, Default)]
pub struct CancelToken(Arc<AtomicBool>);

impl CancelToken {
    /// What becomes true with the wish.
    pub fn flag(&self) -> Arc<AtomicBool> {
        self.0.clone()
    }

    /// True once somebody has wished so.
    pub fn is_wished(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Ends what goes on when somebody has wished so.
    pub(in crate::search) fn check(&self) -> Result<(), SearchError> {
        if self.is_wished() { Err(SearchError::Stopped) } else { Ok(()) }
    }

    /// Waits for something that goes on by itself, but not after the wish.
    pub(in crate::search) fn wait<T>(&self, work: impl Future<Output = T>) -> Result<T, SearchError> {
        let waker = Waker::from(Arc::new(Unpark(thread::current())));
        let (mut work, mut context) = (pin!(work), Context::from_waker(&waker));
        loop {
            if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
                return Ok(done);
            }
            self.check()?;
            thread::park_timeout(LOOK);
        }
    }
}

/// Wakes the thread that waits.
struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}
