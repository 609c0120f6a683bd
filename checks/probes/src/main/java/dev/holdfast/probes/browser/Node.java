package dev.holdfast.probes.browser;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a JSON text that may be anything: what is asked for and is not there is empty. */
record Node(@Nullable Object value) {
    static final Node NOTHING = new Node(null);

    /** The member of that name, and of that name in it, and so on. */
    Node at(String... names) {
        Object here = value;
        for (String name : names) {
            here = here instanceof Map<?, ?> members ? members.get(name) : null;
        }
        return new Node(here);
    }

    boolean there() {
        return value != null;
    }

    String text() {
        return value instanceof String text ? text : "";
    }

    long number() {
        return value instanceof Number number ? number.longValue() : 0;
    }

    boolean flag() {
        return Boolean.TRUE.equals(value);
    }

    List<Node> items() {
        return value instanceof List<?> items
                ? items.stream().<Node>map(Node::new).toList()
                : List.of();
    }

    /** The members of an object, or none. */
    Map<?, ?> members() {
        return value instanceof Map<?, ?> members ? members : Map.of();
    }
}
