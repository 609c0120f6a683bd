package dev.holdfast.secrets.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP request that carries a secret; its text shows only the template. */
final class Call {
    private final String method;
    private final String host;
    private final String path;
    private final String template;
    private final Map<String, String> headers;
    private final String body;

    Call(
            String method,
            String host,
            String path,
            String template,
            Map<String, String> headers,
            String body) {
        this.method = method;
        this.host = host;
        this.path = path;
        this.template = template;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.body = body;
    }

    String method() {
        return method;
    }

    String host() {
        return host;
    }

    String path() {
        return path;
    }

    Map<String, String> headers() {
        return headers;
    }

    String body() {
        return body;
    }

    @Override
    public String toString() {
        return method + " https://" + host + template;
    }
}
