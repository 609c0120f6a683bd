package dev.holdfast.rls.propose;

import java.util.List;
import java.util.Optional;

/** An expression by which a session says who it is, or for whom it works. */
sealed interface SaysWho {

    /** As SQL. */
    String text();

    /** The setting that it reads, where that is known. */
    Optional<String> setting();

    /** Where in the setting's JSON it is; empty for the whole setting. */
    default List<String> path() {
        return List.of();
    }

    /**
     * A function without arguments.
     *
     * @param reads what it reads, where that is known
     */
    record ByFunction(String text, Optional<SaysWho> reads) implements SaysWho {
        @Override
        public Optional<String> setting() {
            return reads.flatMap(SaysWho::setting);
        }

        @Override
        public List<String> path() {
            return reads.map(SaysWho::path).orElse(List.of());
        }
    }

    /** A setting. */
    record BySetting(String name) implements SaysWho {
        @Override
        public String text() {
            return "current_setting('" + name.replace("'", "''") + "', true)";
        }

        @Override
        public Optional<String> setting() {
            return Optional.of(name);
        }
    }

    /** A part of JSON. */
    record ByClaim(SaysWho of, List<String> path) implements SaysWho {
        public ByClaim {
            path = List.copyOf(path);
        }

        @Override
        public String text() {
            StringBuilder text =
                    new StringBuilder(of instanceof BySetting ? of.text() + "::jsonb" : of.text());
            for (int i = 0; i < path.size(); i++) {
                text.append(i == path.size() - 1 ? " ->> '" : " -> '")
                        .append(path.get(i).replace("'", "''"))
                        .append('\'');
            }
            return text.toString();
        }

        @Override
        public Optional<String> setting() {
            return of.setting();
        }
    }

    /** The role's name. */
    record ByRole() implements SaysWho {
        @Override
        public String text() {
            return "current_user";
        }

        @Override
        public Optional<String> setting() {
            return Optional.empty();
        }
    }
}
