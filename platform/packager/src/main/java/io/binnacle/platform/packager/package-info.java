/** Makes plugin archives, the keys that sign them, and catalogues of them. Runs on the machine of an author. */
package io.binnacle.platform.packager;
