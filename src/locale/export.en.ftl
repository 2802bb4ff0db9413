## Giving out
