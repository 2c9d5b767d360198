/** Migrations: every bundle brings the tables of its own schema. */
package io.binnacle.platform.storage.schema;
