package dev.holdfast.secrets.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP request that carries a secret; its text shows only the template. */
final class Call {
    private final String method;
    private final String target;
    private final String template;
    private final Map<String, String> headers;
    private final String body;

    /**
     * A request.
     *
     * @param target where it goes, a whole URI
     * @param template the same with the secret left out
     */
    Call(String method, String target, String template, Map<String, String> headers, String body) {
        this.method = method;
        this.target = target;
        this.template = template;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.body = body;
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    Map<String, String> headers() {
        return headers;
    }

    String body() {
        return body;
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
