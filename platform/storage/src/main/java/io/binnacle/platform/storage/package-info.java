/** The PostgreSQL database of the platform, embedded or external. */
package io.binnacle.platform.storage;
