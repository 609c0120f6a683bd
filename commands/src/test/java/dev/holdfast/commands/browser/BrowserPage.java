package dev.holdfast.commands.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One page: what it shows, what it asked for, and what it complained about. */
public final class BrowserPage {
    private final DevTools devTools;
    private final String session;
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private boolean loaded;

    private BrowserPage(DevTools devTools, String session) {
        this.devTools = devTools;
        this.session = session;
    }

    static BrowserPage open(DevTools devTools) {
        String target =
                devTools.send(null, "Target.createTarget", Map.of("url", "about:blank"), _ -> {})
                        .get("targetId")
                        .stringValue();
        String session =
                devTools.send(
                                null,
                                "Target.attachToTarget",
                                Map.of("targetId", target, "flatten", true),
                                _ -> {})
                        .get("sessionId")
                        .stringValue();
        BrowserPage page = new BrowserPage(devTools, session);
        for (String domain : List.of("Page", "Runtime", "Log", "Network", "Audits")) {
            page.send(domain + ".enable", Map.of());
        }
        return page;
    }

    /** Opens a file and waits until it is loaded. */
    public void load(Path file) {
        loaded = false;
        send("Page.navigate", Map.of("url", file.toUri().toString()));
        while (!loaded) {
            event(devTools.next("load of " + file));
        }
    }

    /** The value of an expression, as JSON. */
    public JsonNode evaluate(String expression) {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.get("result").path("value");
    }

    /** How wide and high the window is, in CSS pixels. */
    public void resize(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Light or dark, screen or print. */
    public void media(String media, String colours) {
        send(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        media,
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    /** Types text where the focus is. */
    public void type(String text) {
        send("Input.insertText", Map.of("text", text));
    }

    /** Presses a key that is no letter, such as Tab, and lets it go. */
    public void press(String key, int code, String text) {
        Map<String, Object> event = new HashMap<>();
        event.put("key", key);
        event.put("code", key);
        event.put("windowsVirtualKeyCode", code);
        if (!text.isEmpty()) {
            event.put("text", text);
        }
        event.put("type", "keyDown");
        send("Input.dispatchKeyEvent", event);
        event.put("type", "keyUp");
        event.remove("text");
        send("Input.dispatchKeyEvent", event);
    }

    /** Writes what the window shows, or the whole page, as a PNG. */
    public void screenshot(Path file, boolean wholePage) throws IOException {
        JsonNode answer =
                send(
                        "Page.captureScreenshot",
                        Map.of("format", "png", "captureBeyondViewport", wholePage));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(answer.get("data").stringValue()));
    }

    /** The page on A4 paper. */
    public byte[] printed() {
        JsonNode answer = send("Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.7));
        return Base64.getDecoder().decode(answer.get("data").stringValue());
    }

    /** Every address that the page asked for. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Every error and warning: of script, of the console, of the content security policy. */
    public List<String> complaints() {
        // An answer comes after the events before it.
        evaluate("0");
        return List.copyOf(complaints);
    }

    private JsonNode send(String method, Map<String, Object> parameters) {
        return devTools.send(session, method, parameters, this::event);
    }

    private void event(JsonNode message) {
        JsonNode parameters = message.path("params");
        switch (message.path("method").asString("")) {
            case "Page.loadEventFired" -> loaded = true;
            case "Network.requestWillBeSent" ->
                    requests.add(parameters.at("/request/url").asString(""));
            case "Runtime.exceptionThrown",
                    "Runtime.consoleAPICalled",
                    "Log.entryAdded",
                    "Audits.issueAdded" ->
                    complaints.add(parameters.toString());
            default -> {}
        }
    }
}
