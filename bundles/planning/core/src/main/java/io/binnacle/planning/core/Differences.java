package io.binnacle.planning.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.binnacle.planning.api.PlanDiff.Entry;
import io.binnacle.planning.api.PlanDiff.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what differs between two contents in canonical form; items of lists are matched by what names them. */
final class Differences {

    private final List<Entry> entries = new ArrayList<>();

    private Differences() {}

    static List<Entry> between(JsonNode before, JsonNode after) {
        Differences differences = new Differences();
        differences.compare("", before, after);
        return differences.entries;
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before == null) {
            add(Kind.ADD, path, null, after);
        } else if (after == null) {
            add(Kind.REMOVE, path, before, null);
        } else if (before.isObject() && after.isObject()) {
            fields(path, before, after);
        } else if (before.isArray() && after.isArray()) {
            items(path, named(before), named(after));
        } else if (!before.equals(after)) {
            add(Kind.CHANGE, path, before, after);
        }
    }

    private void fields(String path, JsonNode before, JsonNode after) {
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> compare(path + "/" + name, before.get(name), after.get(name)));
    }

    private void items(String path, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> compare(path + "/" + name, before.get(name), after.get(name)));
        List<String> from = List.copyOf(before.keySet());
        List<String> to = List.copyOf(after.keySet());
        for (String name : Moves.between(from, to)) {
            add(Kind.MOVE, path + "/" + name, IntNode.valueOf(from.indexOf(name)), IntNode.valueOf(to.indexOf(name)));
        }
    }

    private static Map<String, JsonNode> named(JsonNode items) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        items.forEach(item -> named.put(item.path("key").asText(item.asText()), item));
        return named;
    }

    private void add(Kind kind, String path, JsonNode before, JsonNode after) {
        entries.add(new Entry(kind, path, Optional.ofNullable(before), Optional.ofNullable(after)));
    }
}
