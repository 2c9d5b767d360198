package io.binnacle.forecasting.onnx;

/**
 * A net as it is kept, without its file.
 *
 * @param version counts the uploads under this id
 * @param digest SHA-256, in hexadecimal, of the file
 */
record StoredNet(String id, long version, String digest, Descriptor descriptor) {}
