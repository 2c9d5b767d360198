/** The append-only journal in PostgreSQL. */
package io.binnacle.platform.storage.journal;
