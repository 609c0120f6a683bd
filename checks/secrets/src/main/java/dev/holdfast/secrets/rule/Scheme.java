package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Bytes;
import java.util.List;

/**
 * The scheme of a URL with what follows it: a driver's name, then {@code ://} in one of the forms
 * that it takes inside other text.
 *
 * @param end behind the two slashes
 * @param percent whether they were percent-encoded, as then all of the URL is
 */
record Scheme(int end, boolean percent) {
    /** Those of databases and brokers, the longer before the shorter. */
    static final List<String> DATABASES =
            List.of(
                    "postgresql",
                    "postgres",
                    "mysql",
                    "mariadb",
                    "mongodb",
                    "rediss",
                    "redis",
                    "amqps",
                    "amqp",
                    "mssql",
                    "sqlserver",
                    "clickhouse",
                    "cockroachdb",
                    "cassandra",
                    "couchbases",
                    "couchbase",
                    "couchdb",
                    "neo4j",
                    "valkeys",
                    "valkey",
                    "nats",
                    "mqtts",
                    "mqtt",
                    "kafka",
                    "pulsar",
                    "stomp",
                    "snowflake",
                    "trino",
                    "oracle");

    /** Those of other servers that take a password in the URL. */
    static final List<String> SERVERS =
            List.of("ldaps", "ldap", "sftp", "ftps", "ftp", "smtps", "smtp", "imaps", "imap");

    /** Those of the web. */
    static final List<String> WEB = List.of("https", "http");

    private static final Scheme NONE = new Scheme(-1, false);
    private static final int LONGEST_DRIVER = 16;

    boolean isThere() {
        return end >= 0;
    }

    /** The scheme at that offset, as far as it is one of those. */
    static Scheme at(byte[] bytes, int length, int start, List<String> known) {
        for (String name : known) {
            if (Literal.ignoringCase(bytes, length, start, name)) {
                return behind(bytes, length, driver(bytes, length, start + name.length()));
            }
        }
        return NONE;
    }

    /**
     * Whether what stands at that offset separates a scheme, whichever it is, from an authority.
     */
    static boolean endsAt(byte[] bytes, int length, int colon) {
        return behind(bytes, length, colon).isThere();
    }

    // mongodb+srv, postgresql+asyncpg.
    private static int driver(byte[] bytes, int length, int start) {
        if (start >= length || bytes[start] != '+') {
            return start;
        }
        int end = start + 1;
        while (end < length && end - start <= LONGEST_DRIVER && Bytes.LOWER.has(bytes[end])) {
            end++;
        }
        return end;
    }

    private static Scheme behind(byte[] bytes, int length, int colon) {
        if (Literal.ignoringCase(bytes, length, colon, "%3a%2f%2f")) {
            return new Scheme(colon + 9, true);
        }
        if (colon >= length || bytes[colon] != ':') {
            return NONE;
        }
        int first = Slash.skip(bytes, length, colon + 1);
        int second = first < 0 ? -1 : Slash.skip(bytes, length, first);
        return second < 0 ? NONE : new Scheme(second, false);
    }
}
