// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads rows with arbitrary contents and types: a record is returned only if its checksum is valid, and a row
// that a writer has written is read back.
#include "Fuzzing.h"
#include "cache/disk/RowReader.h"
#include "cache/disk/Schema.h"

#include <array>
#include <cstring>
#include <sqlite3.h>

using namespace manometer;
using namespace manometer::cache;
using namespace manometer::cache::disk;

namespace {

constexpr int valueBytesColumn = 11; // of the statement's

class Input
{
public:
    Input(const std::uint8_t *data, std::size_t size)
        : m_bytes(reinterpret_cast<const char *>(data), size)
    {}
    std::string_view take(std::size_t size)
    {
        const auto taken = m_bytes.substr(0, size);
        m_bytes.remove_prefix(taken.size());
        return taken;
    }
    std::uint8_t byte()
    {
        const auto taken = take(1);
        return taken.empty() ? std::uint8_t(0) : static_cast<std::uint8_t>(taken.front());
    }
    std::int64_t integer()
    {
        std::int64_t value = 0;
        const auto taken = take(sizeof value);
        std::memcpy(&value, taken.data(), taken.size());
        return value;
    }
    std::string_view text() { return take(byte()); }
    std::string_view rest() { return take(m_bytes.size()); }

private:
    std::string_view m_bytes;
};

// One shard with one row, which every input replaces.
class Row
{
public:
    static constexpr std::int64_t id = 8;

    Row()
        : m_path(m_scratch.path() + "/entries-0.db")
        , m_writer(std::move(*openForWriting(m_path, "", 1 << 20)))
        , reader(std::move(*openForReading(m_path, "")), m_hints)
        , m_entry(m_writer,
                  "INSERT OR REPLACE INTO entry VALUES(8, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,"
                  " ?12, ?13, ?14, ?15, ?16, 0)")
        , m_payload(m_writer, "INSERT OR REPLACE INTO payload VALUES(8, ?1, ?2)")
    {
        m_writer.execute("PRAGMA synchronous = OFF");
        m_writer.execute("PRAGMA wal_autocheckpoint = 1000");
    }

    // `kind` selects the type: text, or an integer in its place. NULL is not tried: the table rejects it.
    void bind(bool toPayload, int column, std::string_view bytes, std::uint8_t kind)
    {
        Statement &statement = toPayload ? m_payload : m_entry;
        if (kind % 8 == 7)
            statement.bind(column, std::int64_t{kind});
        else
            statement.bind(column, bytes);
    }
    void bind(bool toPayload, int column, std::int64_t value)
    {
        (toPayload ? m_payload : m_entry).bind(column, value);
    }
    void write()
    {
        m_writer.execute("BEGIN");
        m_entry.run();
        m_payload.run();
        m_writer.execute("COMMIT");
        fuzz::require(!m_writer.takeFault(), "the row is written");
    }

private:
    fuzz::Scratch m_scratch;
    std::string m_path;
    Connection m_writer;
    IdHints m_hints;

public:
    RowReader reader;
    PayloadCodec codec;

private:
    Statement m_entry;
    Statement m_payload;
};

Row &row()
{
    static Row only;
    return only;
}

// Writes a row like the real writer; it must be read back.
void writeSound(Input &input, bool &isSound)
{
    const EntryKey key(input.text(), input.text());
    Record record{.id = EntryId{Row::id},
                  .key = key,
                  .version = {.sizeBytes = static_cast<std::uint64_t>(input.integer()),
                              .mtimeNanoseconds = input.integer(),
                              .ctimeNanoseconds = input.integer(),
                              .inode = static_cast<std::uint64_t>(input.integer()),
                              .device = static_cast<std::uint64_t>(input.integer())},
                  .note = {.readCost = std::chrono::nanoseconds(input.integer()),
                           .fingerprint = static_cast<std::uint64_t>(input.integer())},
                  .stored = WallTime(std::chrono::nanoseconds(input.integer())),
                  .bytes = std::string(input.rest())};
    const std::string payload = row().codec.compress(record.bytes, nullptr);
    row().bind(false, 1, static_cast<std::int64_t>(key.hash()));
    row().bind(false, 2, key.path(), 0);
    row().bind(false, 3, key.depth(), 0);
    const std::array<std::int64_t, 13> numbers{static_cast<std::int64_t>(record.version.sizeBytes),
                                               record.version.mtimeNanoseconds,
                                               record.version.ctimeNanoseconds,
                                               static_cast<std::int64_t>(record.version.inode),
                                               static_cast<std::int64_t>(record.version.device),
                                               record.note.readCost.count(),
                                               static_cast<std::int64_t>(record.note.fingerprint),
                                               static_cast<std::int64_t>(record.bytes.size()),
                                               static_cast<std::int64_t>(payload.size()),
                                               record.stored.time_since_epoch().count(),
                                               0,
                                               0,
                                               static_cast<std::int64_t>(checksum(record))};
    for (int column = 0; column < 13; ++column)
        row().bind(false, 4 + column, numbers[static_cast<std::size_t>(column)]);
    row().bind(true, 1, noDictionary);
    row().bind(true, 2, payload, 0);
    row().write();
    const auto found = row().reader.find(key);
    isSound = found && found->record && found->record->bytes == record.bytes &&
              found->record->version == record.version && found->record->key.path() == key.path();
}

void writeAny(Input &input)
{
    const std::uint8_t kinds = input.byte();
    const std::string_view path = input.text();
    const std::string_view depth = input.text();
    const EntryKey key(path, depth);
    row().bind(false, 1, static_cast<std::int64_t>(key.hash()));
    row().bind(false, 2, path, kinds);
    row().bind(false, 3, depth, kinds >> 3);
    std::int64_t sum = 0;
    for (int column = 4; column <= 16; ++column)
        row().bind(false, column, sum = input.integer());
    const std::uint8_t frame = input.byte();
    row().bind(true, 1, std::int64_t{frame} / 200);
    std::string payload(input.rest());
    // A valid frame for half of the inputs: the decompressor would reject almost all others.
    if (frame % 2 != 0) {
        row().bind(false, valueBytesColumn, static_cast<std::int64_t>(payload.size()));
        payload = row().codec.compress(payload, nullptr);
    }
    row().bind(true, 2, payload, kinds >> 5);
    row().write();
    for (const auto &lookup : {row().reader.find(key), row().reader.read(EntryId{Row::id})}) {
        fuzz::require(lookup.has_value(), "a row with any contents is no fault of the file");
        if (!lookup->record)
            continue;
        const auto found = static_cast<std::uint64_t>(sum);
        fuzz::require(checksum(*lookup->record) == found || earlierChecksum(*lookup->record) == found,
                      "a returned record has its checksum");
    }
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    PayloadCodec codec;
    const std::string text = "EXIF of a file, EXIF of another file, and so on and so on";
    fuzz::writeSeed("sound", std::string(1, '\0') + "\x06/a/b.c\x05quick" + std::string(64, '\x11') + text);
    fuzz::writeSeed("frame", std::string("\x01\x00\x06/a/b.c\x05quick", 14) + std::string(104, '\0') +
                                 std::string(1, '\0') + codec.compress(text, nullptr));
    fuzz::writeSeed("value", std::string("\x01\x00\x06/a/b.c\x05quick", 14) + std::string(104, '\0') +
                                 std::string(1, '\x01') + text);
    fuzz::writeSeed("kinds", std::string(1, '\x01') + std::string(1, '\xff') + "\x01/\x01q" +
                                 std::string(110, '\x7f'));
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    if (input.byte() % 2 == 0) {
        bool isSound = false;
        writeSound(input, isSound);
        fuzz::require(isSound, "a written record is read back");
    } else {
        writeAny(input);
        row().reader.locate(EntryKey("/", "q"));
        row().reader.describe(EntryId{Row::id});
        row().reader.scan(
            {.columns = {.hits = true}}, [] {}, [](const RowSummary &) {});
    }
    return 0;
}
