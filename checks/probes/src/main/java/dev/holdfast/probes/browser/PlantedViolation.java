package dev.holdfast.probes.browser;

/** Something that nearly every policy forbids, put into a page to see a report of it. */
final class PlantedViolation {
    /** A name that no resolver may know (RFC 6761, section 6.4). */
    static final String HOST = "holdfast-probe.invalid";

    /** Asks for things of that host in the ways that policies watch. */
    static final String SCRIPT =
            """
            (async () => {
              const from = 'https://%s/';
              const add = (name, key) => {
                const element = document.createElement(name);
                element[key] = from + name;
                document.documentElement.append(element);
              };
              add('img', 'src');
              add('script', 'src');
              add('iframe', 'src');
              try { await fetch(from + 'fetch'); } catch (refused) { }
              return 'done';
            })()
            """
                    .formatted(HOST);

    private PlantedViolation() {}

    static boolean caused(Violation violation) {
        return violation.blocked().startsWith("https://" + HOST);
    }

    static boolean caused(SentReport report) {
        return report.body().contains(HOST);
    }
}
