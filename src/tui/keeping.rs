//! The keeper thread: looks behind the open screen whether files have changed, and builds indexes.

use std::{
    sync::mpsc::{Receiver, Sender, channel},
    thread,
};

use super::event::Event;
use crate::search::{Keeper, News, SearchError};

/// What the keeper can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Look whether files have changed.
    Refresh,
    /// Build the index anew.
    Rebuild,
}

/// Starts the thread with a first refresh; news go to `events`. It ends when the sender of wishes is dropped.
pub fn start(keeper: Keeper, events: Sender<Event>) -> Sender<Wish> {
    let (wishes, received) = channel();
    thread::spawn(move || keep(keeper, &received, &events));
    wishes
}

fn keep(mut keeper: Keeper, wishes: &Receiver<Wish>, events: &Sender<Event>) {
    let mut wish = Some(Wish::Refresh);
    keeper.prepare();
    while let Some(now) = wish {
        if let Err(error) = fulfil(&mut keeper, now, events)
            && events.send(Event::KeeperFailed(error.shown())).is_err()
        {
            return;
        }
        wish = wishes.recv().ok();
        // Keys held down ask more often than is useful.
        while let Ok(newer) = wishes.try_recv() {
            wish = if wish == Some(Wish::Rebuild) { wish } else { Some(newer) };
        }
    }
}

fn fulfil(keeper: &mut Keeper, wish: Wish, events: &Sender<Event>) -> Result<(), SearchError> {
    // A closed channel means that the screen is gone; the work is finished for the next start.
    let mut tell = |news: News| {
        let _ = events.send(match news {
            News::Building { done, total } => Event::Building(done, total),
            News::Snapshot(snapshot) => Event::Snapshot(snapshot),
            News::Current(health) => Event::Current(health),
        });
    };
    match wish {
        Wish::Refresh => keeper.refresh(&mut tell)?,
        Wish::Rebuild => keeper.rebuild(&mut tell)?,
    };
    if keeper.verify().is_err() {
        keeper.rebuild(&mut tell)?;
    }
    Ok(())
}
