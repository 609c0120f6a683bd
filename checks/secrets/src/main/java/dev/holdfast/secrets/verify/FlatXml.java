package dev.holdfast.secrets.verify;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of an XML document by the path of their elements, {@code ErrorResponse.Error.Code}. */
final class FlatXml {
    private static final int MOST_DEPTH = 32;

    private FlatXml() {}

    /** The texts of a whole document; empty when it is none, or declares a document type. */
    static Optional<Map<String, String>> of(byte[] body) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return read(factory.createXMLStreamReader(new ByteArrayInputStream(body)));
        } catch (XMLStreamException broken) {
            return Optional.empty();
        }
    }

    private static Optional<Map<String, String>> read(XMLStreamReader reader)
            throws XMLStreamException {
        Map<String, String> values = new HashMap<>();
        StringBuilder path = new StringBuilder();
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > MOST_DEPTH) {
                        return Optional.empty();
                    }
                    path.append(path.isEmpty() ? "" : ".").append(reader.getLocalName());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    path.setLength(Math.max(0, path.lastIndexOf(".")));
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (!reader.isWhiteSpace()) {
                        values.putIfAbsent(path.toString(), reader.getText().strip());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return Optional.empty();
                }
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
        return Optional.of(values);
    }
}
