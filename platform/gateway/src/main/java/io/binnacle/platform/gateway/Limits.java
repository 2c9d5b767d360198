package io.binnacle.platform.gateway;

import java.nio.file.Path;

/**
 * How much a request may carry.
 *
 * @param bodyBytes the most of a body that is read into memory at once
 * @param uploadBytes the most of any body, and of a multipart request as a whole
 * @param uploadFolder where uploads wait while they are read
 */
record Limits(long bodyBytes, long uploadBytes, Path uploadFolder) {}
