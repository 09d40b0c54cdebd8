// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads arbitrary bytes as JSON. A strictly valid document needs no repair and survives every layout;
// repairing a repaired document changes nothing.
#include "Fuzzing.h"
#include "json/Json.h"

#include <optional>

using namespace manometer;

namespace {

std::optional<std::string> copied(std::string_view document, json::Tolerance tolerance,
                                  json::Layout layout = json::Layout::Compact)
{
    json::Writer writer(layout);
    if (!json::read(document, writer, tolerance))
        return std::nullopt;
    return writer.take();
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    fuzz::writeSeed("values", R"([1.10,9e999,-0,true,null,"a\u00e9\n\"",{"k\"":[],"k\"":{}}])");
    fuzz::writeSeed("repairs", "{\"\xda\":[\"\xff\x01\",NaN,01,\"\\ud800\"]}");
    fuzz::writeSeed("deep", std::string(300, '[') + "1" + std::string(300, ']'));
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view document(reinterpret_cast<const char *>(data), size);
    const auto strict = copied(document, json::Tolerance::Strict);
    const auto repaired = copied(document, json::Tolerance::Repair);
    if (strict) {
        fuzz::require(repaired == strict, "strictly valid JSON needs no repair");
        const auto indented = copied(*strict, json::Tolerance::Strict, json::Layout::Indented);
        fuzz::require(indented && copied(*indented, json::Tolerance::Strict) == strict,
                      "a layout changes no value");
    }
    // With Tolerance::Repair: an invalid escape is kept as written, which a strict reader rejects.
    if (repaired)
        fuzz::require(copied(*repaired, json::Tolerance::Repair) == repaired, "a repair is idempotent");
    return 0;
}
