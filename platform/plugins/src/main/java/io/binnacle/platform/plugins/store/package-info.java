/**
 * What is installed, on disk: contents by their digest, immutable generations, and one pointer to the current
 * one. Whatever happens, even a power cut, leaves the old state or the new one.
 */
package io.binnacle.platform.plugins.store;
