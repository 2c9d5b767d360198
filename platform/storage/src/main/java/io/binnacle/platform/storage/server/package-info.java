/** A PostgreSQL server of our own: unpacked, initialised, run as a child process and watched. */
package io.binnacle.platform.storage.server;
