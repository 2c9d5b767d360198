/** Fills typed tables from the journal and compares them with it. */
package io.binnacle.platform.storage.projection;
