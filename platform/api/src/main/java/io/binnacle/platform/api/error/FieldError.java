package io.binnacle.platform.api.error;

/**
 * One field at fault.
 *
 * @param pointer where it stands in the request, as a JSON Pointer (RFC 6901)
 * @param code the stable name of what is wrong with it
 * @param detail a sentence for a person
 */
public record FieldError(String pointer, String code, String detail) {}
