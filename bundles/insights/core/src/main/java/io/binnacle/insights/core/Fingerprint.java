package io.binnacle.insights.core;

import io.binnacle.platform.api.json.Json;
import java.util.List;

/** What makes an insight the same insight. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(String rule, String subject) {
        return Json.hash(List.of(rule, subject));
    }
}
