//! Ends a build before it is done.

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

use crate::search::SearchError;

/// How often whoever waits looks whether it is cancelled.
const POLL: Duration = Duration::from_millis(50);

/// Ends a build early. Shared between whoever builds and whoever may end it: a signal handler for example.
#[derive(Clone, Debug, Default)]
pub struct CancelToken(Arc<AtomicBool>);

impl CancelToken {
    /// What becomes true once it is cancelled.
    pub fn flag(&self) -> Arc<AtomicBool> {
        self.0.clone()
    }

    /// True once somebody has cancelled it.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// [`SearchError::Stopped`] once somebody has cancelled it.
    pub(in crate::search) fn check(&self) -> Result<(), SearchError> {
        if self.is_cancelled() { Err(SearchError::Stopped) } else { Ok(()) }
    }

    /// Waits for something that goes on by itself, but not once it is cancelled.
    pub(super) fn wait<T>(&self, work: impl Future<Output = T>) -> Result<T, SearchError> {
        let waker = Waker::from(Arc::new(Unpark(thread::current())));
        let (mut work, mut context) = (pin!(work), Context::from_waker(&waker));
        loop {
            if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
                return Ok(done);
            }
            self.check()?;
            thread::park_timeout(POLL);
        }
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}
