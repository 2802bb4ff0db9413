## Trust in the git folder around a catalogue

cli-global-trust = Git may run programs that the git folder around the catalogue names; Lotse remembers that
cli-global-no-trust = Git may not; Lotse remembers that as well
cli-no = n no

trust-question =
    The catalogue lies in a git folder: { $path }
    Saving would let git run programs that are set there: hooks, filters, signatures.
    Without your trust Lotse only reads the commits and keeps the history itself, in .lotse/history.
    Do you trust this folder? [y/n]
trust-undecided = The catalogue lies in a git folder that you have not trusted yet: { $path }. The history is kept in .lotse/history. With --trust git keeps it; with --no-trust Lotse does not ask again.
trust-no-git = There is no git folder around the catalogue; --trust and --no-trust do nothing.
trust-not-kept = This holds only this time, because it cannot be kept ({ $path }): { $reason }
trust-unreadable = Which folders you trust cannot be read ({ $path }): { $reason } Until that is mended, Lotse trusts none.

ask-trust-title = Do you trust this git folder?
ask-trust-path = { $path }
ask-trust-why = Saving would let git run programs that are set in this folder: hooks, filters, signatures. If you have made it yourself, or got it from somebody you know, that is fine.
ask-trust-else = Without your trust Lotse only reads the commits and keeps the history itself, in .lotse/history. Entries are saved either way.
answer-trust = Yes, let git keep the history
answer-no-trust = No, Lotse keeps it itself

history-diverted = Saved. The change stands in Lotse's history, but not in git: { $reason }
history-locked = The lock “{ $path }” lies in the git folder. If no other git is at work there, an interrupted one has left it: then delete the file.
history-untrusted = The commits can only be read here if you trust the git folder: lotse --trust history ID
history-git-missing = git cannot be started: { $reason }
history-git-said = git says “{ $words }”
history-git-unclear = git answers in words that Lotse does not know.
history-git-slow = Git does not answer. The git folder is damaged, or its history is very large.
history-lines = { $count ->
    [one] A line in { $file } is not Lotse's or damaged, and is missing here: { $lines }.
   *[other] { $count } lines in { $file } are not Lotse's or damaged, and are missing here: { $lines }.
}
history-file-unreadable = { $path } cannot be read: { $reason }

import-log-damaged = “{ $path }” is no job that Lotse has written, or another version has. It is not carried out.
import-log-damaged-hint = Find out where the catalogue comes from. If nobody has begun an import here, delete the file.
import-left-over = An interrupted import waits here. The next command that writes here checks and finishes it.
import-memory-unreadable = What earlier imports have said cannot be read ({ $path }): { $reason }
import-memory-unreadable-hint = Restore the file. Or delete it: then this time counts as the first.

drafts-unreadable = { $count ->
    [one] A draft cannot be read and stays where it is: { $paths }
   *[other] { $count } drafts cannot be read and stay where they are: { $paths }
}
