package dev.quollama.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether an answer begins with thinking. */
enum Thinking {
    /** Never. */
    OFF,
    /** Where the prepared text has some. */
    AS_WRITTEN,
    /** Always. */
    ON;

    /** @param think the request's field: null, a boolean or a level, of which the demo knows but one */
    static Thinking asked(JsonNode think) {
        if (think == null || think.isNull()) {
            return AS_WRITTEN;
        }
        return think.isBoolean() && !think.booleanValue() ? OFF : ON;
    }
}
