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
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the nodes of one document from the parser's events. */
final class NodeBuilder {
    static final String NO_ALIAS = "write the value out; a text that starts with '*' needs quotes";

    private final Iterator<Event> events;
    private final Places places;
    private final String name;
    private int depth;

    NodeBuilder(Iterator<Event> events, Places places, String name) {
        this.events = events;
        this.places = places;
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
            throw problem(after, "a second document starts here", "keep one document in a file");
        }
        return root;
    }

    private YamlNode node(Event event) {
        refuse(event);
        if (event instanceof ScalarEvent scalar) {
            refuseHalves(scalar);
            Places.Place at = place(event);
            return new YamlScalar(
                    scalar.getValue(),
                    scalar.getScalarStyle() == ScalarStyle.PLAIN,
                    at.line(),
                    at.column());
        }
        if (++depth > StrictYaml.MAX_DEPTH) {
            throw problem(event, "nested deeper than " + StrictYaml.MAX_DEPTH + " levels", null);
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
        Places.Place at = place(start);
        return new YamlSequence(items, at.line(), at.column());
    }

    private YamlMapping mapping(Event start) {
        List<YamlEntry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Event next = events.next();
                next.getEventId() != Event.ID.MappingEnd;
                next = events.next()) {
            String key = key(next);
            Places.Place at = place(next);
            Integer earlier = lines.putIfAbsent(key, at.line());
            if (earlier != null) {
                throw problem(
                        next,
                        "the key '" + key + "' stands twice, first in line " + earlier,
                        "keep one of them");
            }
            entries.add(new YamlEntry(key, at.line(), at.column(), node(events.next())));
        }
        Places.Place at = place(start);
        return new YamlMapping(entries, at.line(), at.column());
    }

    private String key(Event event) {
        refuse(event);
        if (!(event instanceof ScalarEvent scalar)) {
            throw problem(event, "a key is a single word", null);
        }
        if (scalar.getValue().equals("<<") && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
            throw problem(event, "merge keys ('<<') are not allowed", "write the keys out");
        }
        refuseHalves(scalar);
        return scalar.getValue();
    }

    // An escape can make one: half a surrogate pair is no character, and no name of a file.
    private void refuseHalves(ScalarEvent scalar) {
        boolean half =
                scalar.getValue()
                        .codePoints()
                        .anyMatch(point -> Character.getType(point) == Character.SURROGATE);
        if (half) {
            throw problem(scalar, "an escape that is no character", null);
        }
    }

    private void refuse(Event event) {
        if (event instanceof AliasEvent alias) {
            throw problem(
                    event,
                    "aliases are not allowed ('*" + alias.getAlias().getValue() + "')",
                    NO_ALIAS);
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw problem(
                    event,
                    "anchors are not allowed ('&" + node.getAnchor().get().getValue() + "')",
                    "leave it out; a text that starts with '&' needs quotes");
        }
        String tag = tag(event);
        if (tag != null) {
            throw problem(
                    event,
                    "tags are not allowed ('" + tag + "')",
                    "leave it out; a text that starts with '!' needs quotes");
        }
    }

    private static @Nullable String tag(Event event) {
        String full =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag().orElse(null);
                    case CollectionStartEvent collection -> collection.getTag().orElse(null);
                    default -> null;
                };
        return full == null ? null : full.replaceFirst("^tag:yaml\\.org,2002:", "!!");
    }

    private UserProblem problem(Event event, String message, @Nullable String hint) {
        return StrictYaml.problem(name, place(event), message, hint);
    }

    private Places.Place place(Event event) {
        return places.ofCodePoint(event.getStartMark().map(Mark::getIndex).orElse(0));
    }
}
