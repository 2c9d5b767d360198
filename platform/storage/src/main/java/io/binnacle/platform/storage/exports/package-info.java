/** Everything in one file, and back from it into an empty instance. */
package io.binnacle.platform.storage.exports;
