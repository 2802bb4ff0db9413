## What each rule of “lotse check” is for
