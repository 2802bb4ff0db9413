## Vertrauen in den Git-Ordner um einen Katalog

cli-global-trust = Git darf Programme starten, die im Git-Ordner um den Katalog eingestellt sind; Lotse merkt sich das
cli-global-no-trust = Git darf das nicht; Lotse merkt sich auch das
cli-no = n nein no

trust-question =
    Der Katalog liegt in einem Git-Ordner: { $path }
    Beim Speichern würde Git Programme starten, die dort eingestellt sind: Hooks, Filter, Signaturen.
    Ohne Ihr Vertrauen liest Lotse nur die Commits und führt den Verlauf selbst, in .lotse/history.
    Vertrauen Sie diesem Ordner? [j/n]
trust-undecided = Der Katalog liegt in einem Git-Ordner, dem Sie noch nicht vertraut haben: { $path }. Der Verlauf steht in .lotse/history. Mit --trust führt Git ihn; mit --no-trust fragt Lotse nicht mehr.
trust-no-git = Um den Katalog liegt kein Git-Ordner; --trust und --no-trust bewirken nichts.
trust-not-kept = Das gilt nur dieses Mal, denn es lässt sich nicht aufheben ({ $path }): { $reason }
trust-unreadable = Welchen Ordnern Sie vertrauen, lässt sich nicht lesen ({ $path }): { $reason } Bis das behoben ist, vertraut Lotse keinem.

ask-trust-title = Vertrauen Sie diesem Git-Ordner?
ask-trust-path = { $path }
ask-trust-why = Beim Speichern würde Git Programme starten, die in diesem Ordner eingestellt sind: Hooks, Filter, Signaturen. Haben Sie ihn selbst angelegt oder von jemandem, den Sie kennen, ist das in Ordnung.
ask-trust-else = Ohne Ihr Vertrauen liest Lotse nur die Commits und führt den Verlauf selbst, in .lotse/history. Gespeichert wird so oder so.
answer-trust = Ja, Git den Verlauf führen lassen
answer-no-trust = Nein, Lotse führt ihn selbst

history-diverted = Gespeichert. Die Änderung steht im Verlauf von Lotse, aber nicht in Git: { $reason }
history-locked = Im Git-Ordner liegt die Sperre „{ $path }“. Arbeitet dort gerade kein anderes Git, ist sie von einem abgebrochenen übrig: Dann löschen Sie die Datei.
history-untrusted = Die Commits lassen sich hier nur lesen, wenn Sie dem Git-Ordner vertrauen: lotse --trust history KENNUNG
history-git-missing = git lässt sich nicht starten: { $reason }
history-git-said = Git meldet „{ $words }“
history-git-unclear = Git antwortet anders als erwartet.
history-git-slow = Git antwortet nicht. Der Git-Ordner ist beschädigt, oder sein Verlauf ist sehr groß.
history-lines = { $count ->
    [one] Eine Zeile in { $file } ist nicht von Lotse oder beschädigt und fehlt hier: { $lines }.
   *[other] { $count } Zeilen in { $file } sind nicht von Lotse oder beschädigt und fehlen hier: { $lines }.
}
history-file-unreadable = { $path } lässt sich nicht lesen: { $reason }

import-log-damaged = „{ $path }“ ist kein Auftrag, den Lotse geschrieben hat, oder von einer anderen Version. Er wird nicht ausgeführt.
import-log-damaged-hint = Sehen Sie nach, woher der Katalog kommt. Wenn niemand hier ein Einlesen begonnen hat, löschen Sie die Datei.
import-left-over = Hier wartet ein unterbrochenes Einlesen. Der nächste Befehl, der hier schreibt, prüft es und stellt es fertig.
import-memory-unreadable = Was frühere Male eingelesen haben, lässt sich nicht lesen ({ $path }): { $reason }
import-memory-unreadable-hint = Stellen Sie die Datei wieder her. Oder löschen Sie sie: Dann gilt dieses Mal als das erste.

drafts-unreadable = { $count ->
    [one] Ein Entwurf ist nicht lesbar und bleibt, wo er ist: { $paths }
   *[other] { $count } Entwürfe sind nicht lesbar und bleiben, wo sie sind: { $paths }
}
