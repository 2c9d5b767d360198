/** What a plugin is before it is installed: its archive, its manifest and who vouches for it. */
package io.binnacle.platform.plugins.archive;
