/** Plugins made while a test runs: good ones, and the family of bad ones that the platform has to stand. */
package io.binnacle.platform.testkit.plugins;
