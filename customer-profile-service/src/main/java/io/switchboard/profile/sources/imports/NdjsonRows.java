package io.switchboard.profile.sources.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.kit.event.EventJson;

/** One JSON object a line; a bad row of an earlier import, mended, is one too: its record counts. */
final class NdjsonRows implements RowParser {

    static Maker maker() {
        return new Maker() {
            @Override
            public boolean quotes() {
                return false;
            }

            @Override
            public char delimiter() {
                return ',';
            }

            @Override
            public RowParser make(RowCutter head) {
                return new NdjsonRows();
            }
        };
    }

    @Override
    public Row parse(long line, String text) {
        try {
            JsonNode json = EventJson.MAPPER.readTree(Utf8.withoutMark(text));
            if (json.isObject()) {
                return isMended(json) ? Row.good(line, json.get("record")) : Row.good(line, json);
            }
            return Row.bad(line, "the line is not a JSON object", null, text.stripTrailing());
        } catch (JsonProcessingException _) {
            return Row.bad(line, "the line is not JSON", null, text.stripTrailing());
        }
    }

    private static boolean isMended(JsonNode json) {
        return json.size() == 3
                && json.has("line")
                && json.has("reason")
                && json.path("record").isObject();
    }

    @Override
    public long begin() {
        return 0;
    }

    @Override
    public long beginLine() {
        return 0;
    }
}
