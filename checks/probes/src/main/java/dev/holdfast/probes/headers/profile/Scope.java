package dev.holdfast.probes.headers.profile;

import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.target.RouteClass;
import java.util.Locale;

/** To which answers a line of a profile speaks. */
enum Scope {
    /** To all but those of OPTIONS. */
    EVERY,
    /** To those with content: no redirect, no 204, no 304. */
    CONTENT,
    /** To pages, errors too. */
    HTML,
    /** To pages that are no errors. */
    DOCUMENT,
    /** To what is for one user only. */
    SENSITIVE,
    /** To the end of a session. */
    LOGOUT;

    /** The scope of that word; throws IllegalArgumentException when there is none. */
    static Scope ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean holds(Answer answer) {
        return switch (this) {
            case EVERY -> !answer.options();
            case CONTENT -> answer.content();
            case HTML -> answer.html();
            case DOCUMENT -> answer.document();
            case SENSITIVE -> answer.sensitive();
            case LOGOUT ->
                    answer.routeClass() == RouteClass.LOGOUT
                            && !answer.error()
                            && !answer.options();
        };
    }
}
