//! Puts the index beside the catalogue for everyone, and takes over what somebody else has put there.

use std::{fs, io, path::Path};

use super::{Keeper, News, Serving, guarded};
use crate::{
    catalogue::Text,
    search::{
        SearchError,
        files::Files,
        share::{self, NotTaken, Published, Shared, Unfit},
        state::Standing,
        store::Store,
    },
};

/// How often the copying begins anew because somebody has put a newer one in its place.
const TRIES: usize = 3;

impl Keeper {
    /// Puts a copy of the index that serves beside the catalogue, in `.lotse/index`: whoever has none of his own copies
    /// it instead of building. It may have to be brought up to date first.
    ///
    /// # Errors
    /// When there is no index on disk or no folder of a catalogue, when the folder cannot be written, when the index is
    /// damaged, or when somebody else is just sharing.
    pub fn share(&mut self) -> Result<Published, SearchError> {
        let (Some(root), Some(store), Some(serving)) = (self.source.path(), &self.store, &self.serving) else {
            return Err(SearchError::Incomplete);
        };
        let stop = self.stop.clone();
        guarded(|| share::publish(root, &serving.generation, &store.wanted, &mut || stop.check()))
    }

    /// Takes over the index that is shared beside the catalogue; false when there is none of use.
    ///
    /// # Errors
    /// Only when somebody wishes to stop.
    pub(super) fn take_shared(&mut self, news: &mut dyn FnMut(News)) -> Result<bool, SearchError> {
        let (Some(root), Some(store)) = (self.source.path().map(Path::to_owned), self.store.clone()) else {
            return Ok(false);
        };
        for attempt in 1..=TRIES {
            let found = Shared::find(&root);
            let folder = found.as_ref().map(|shared| shared.folder.clone()).ok();
            let taken = found.map_err(NotTaken::Unfit).and_then(|shared| self.take(&shared, &store, news));
            match taken {
                Ok(serving) => {
                    news(News::Snapshot(serving.snapshot.clone()));
                    (self.serving, self.files) = (Some(serving), None);
                    (self.shared, self.verified, self.in_memory) = (Some(Standing::Fits), true, None);
                    return Ok(true);
                }
                Err(NotTaken::Own(SearchError::Stopped)) => return Err(SearchError::Stopped),
                // The own build will meet the same fault, and tell.
                Err(NotTaken::Own(_)) => return Ok(false),
                Err(NotTaken::Unfit(unfit)) => {
                    let replaced = Shared::find(&root).ok().map(|shared| shared.folder) != folder;
                    if !replaced || attempt == TRIES {
                        self.shared = Some(Standing::of(&unfit, &self.texts));
                        return Ok(false);
                    }
                }
            }
        }
        Ok(false)
    }

    /// Copies, proves, puts into use.
    fn take(&self, shared: &Shared, store: &Store, news: &mut dyn FnMut(News)) -> Result<Serving, NotTaken> {
        shared.fits(&store.wanted)?;
        let site = store.begin().map_err(|error| NotTaken::Own(error.into()))?;
        let taken = self.copy_and_switch(shared, store, &site.folder, news);
        if taken.is_err() {
            let _ = fs::remove_dir_all(&site.folder);
        }
        taken
    }

    fn copy_and_switch(
        &self,
        shared: &Shared,
        store: &Store,
        folder: &Path,
        news: &mut dyn FnMut(News),
    ) -> Result<Serving, NotTaken> {
        let (total, size) = (shared.entries(), shared.size().max(1));
        shared.copy_into(folder, &mut |copied| {
            // In files, as every other progress.
            let done = (total as u128 * u128::from(copied) / u128::from(size)) as usize;
            news(News::Building { done: done.min(total), total });
            self.stop.check()
        })?;
        let proven = guarded(|| {
            let files = Files::load(&Store::read(folder.to_owned())?)?;
            self.prove_and_switch(store, folder, &files)
        });
        proven.map_err(|error| match error {
            SearchError::Stopped => NotTaken::Own(error),
            error if error.cause().is_some_and(|cause| cause.kind() != io::ErrorKind::NotFound) => NotTaken::Own(error),
            error => NotTaken::Unfit(Unfit::Damaged(Text::line(&error.shown()).as_str().to_owned())),
        })
    }
}
