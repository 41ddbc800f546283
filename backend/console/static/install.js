// The console can be put on the home screen, and says so itself when there is no network.
"use strict";

navigator.serviceWorker?.register("/sw.js").catch(() => {});
