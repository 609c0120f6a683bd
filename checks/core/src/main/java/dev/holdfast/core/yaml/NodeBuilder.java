package dev.holdfast.core.yaml;

import dev.holdfast.core.problem.UserProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds the nodes of one document from the parser's events. */
final class NodeBuilder {
    private final Iterator<Event> events;
    private final String name;
    private int depth;

    NodeBuilder(Iterator<Event> events, String name) {
        this.events = events;
        this.name = name;
    }

    YamlNode document() {
        events.next(); // stream start
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            return new YamlScalar("", true, 1, 1);
        }
        YamlNode root = node(events.next());
        events.next(); // document end
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw problem(line(after), column(after), "a second document", "keep one document");
        }
        return root;
    }

    private YamlNode node(Event event) {
        refuse(event);
        if (event instanceof ScalarEvent scalar) {
            return new YamlScalar(
                    scalar.getValue(),
                    scalar.getScalarStyle() == ScalarStyle.PLAIN,
                    line(event),
                    column(event));
        }
        if (++depth > StrictYaml.MAX_DEPTH) {
            throw problem(
                    line(event),
                    column(event),
                    "nested deeper than " + StrictYaml.MAX_DEPTH + " levels",
                    null);
        }
        YamlNode built =
                event.getEventId() == Event.ID.SequenceStart ? sequence(event) : mapping(event);
        depth--;
        return built;
    }

    private YamlSequence sequence(Event start) {
        List<YamlNode> items = new ArrayList<>();
        for (Event next = events.next();
                next.getEventId() != Event.ID.SequenceEnd;
                next = events.next()) {
            items.add(node(next));
        }
        return new YamlSequence(items, line(start), column(start));
    }

    private YamlMapping mapping(Event start) {
        List<YamlEntry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Event next = events.next();
                next.getEventId() != Event.ID.MappingEnd;
                next = events.next()) {
            String key = key(next);
            Integer earlier = lines.putIfAbsent(key, line(next));
            if (earlier != null) {
                throw problem(
                        line(next),
                        column(next),
                        "the key '" + key + "' stands twice, first in line " + earlier,
                        "keep one of them");
            }
            entries.add(new YamlEntry(key, line(next), column(next), node(events.next())));
        }
        return new YamlMapping(entries, line(start), column(start));
    }

    private String key(Event event) {
        refuse(event);
        if (!(event instanceof ScalarEvent scalar)) {
            throw problem(line(event), column(event), "a key is a single word", null);
        }
        if (scalar.getValue().equals("<<") && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
            throw problem(
                    line(event),
                    column(event),
                    "merge keys ('<<') are not allowed",
                    "write the keys out");
        }
        return scalar.getValue();
    }

    private void refuse(Event event) {
        if (event instanceof AliasEvent alias) {
            throw problem(
                    line(event),
                    column(event),
                    "aliases are not allowed ('*" + alias.getAlias().getValue() + "')",
                    "write the value out");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw problem(
                    line(event),
                    column(event),
                    "anchors are not allowed ('&" + node.getAnchor().get().getValue() + "')",
                    "write the value out where it is needed");
        }
        String tag = tag(event);
        if (tag != null) {
            throw problem(
                    line(event),
                    column(event),
                    "tags are not allowed ('" + tag + "')",
                    "leave it out");
        }
    }

    private static @Nullable String tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag().orElse(null);
            case CollectionStartEvent collection -> collection.getTag().orElse(null);
            default -> null;
        };
    }

    private UserProblem problem(int line, int column, String message, @Nullable String hint) {
        return new UserProblem(
                name + ":" + line + ":" + column + ": " + YamlWords.of(message), hint);
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static int column(Event event) {
        return event.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
    }
}
