// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/Document.h"

#include "json/Json.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <utility>

namespace manometer::extract {

namespace {

using FailureKind = ExtractFailure::Kind;

// The names are part of the documents' format.
constexpr std::array<std::pair<FailureKind, std::string_view>, 5> failureNames{{
    {FailureKind::Crashed, "crashed"},
    {FailureKind::TimedOut, "timedOut"},
    {FailureKind::TooLarge, "tooLarge"},
    {FailureKind::Refused, "refused"},
    {FailureKind::Malformed, "malformed"},
}};

constexpr std::string_view thisTime = "thisTime";
constexpr std::string_view sameFingerprint = "sameFingerprint";

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

void writeText(json::Writer &writer, std::string_view name, const QString &text)
{
    writer.member(name, text.toStdString());
}

// Leaves out times beyond the year 9999: ISO 8601 has four digits for a year.
void writeTime(json::Writer &writer, std::string_view name, const timespec &time)
{
    constexpr std::int64_t lastSecond = 253'402'300'799; // the end of the year 9999
    if (time.tv_sec < 0 ? time.tv_sec < -lastSecond : time.tv_sec > lastSecond)
        return;
    const qint64 ms = qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
    const QString text = QDateTime::fromMSecsSinceEpoch(ms).toUTC().toString(Qt::ISODateWithMs);
    if (!text.isEmpty())
        writeText(writer, name, text);
}

void writeFacts(json::Writer &writer, const FileFacts &facts)
{
    writer.member("file");
    writer.beginObject();
    writer.member("sizeBytes",
                  std::to_string(facts.sizeBytes)); // as text: many JSON parsers keep only 53 bits
    writeTime(writer, "modified", facts.mtime);
    writeTime(writer, "changed", facts.ctime);
    if (!facts.mimeType.isEmpty())
        writeText(writer, "mimeType", facts.mimeType);
    std::array<char, 17> fingerprint{};
    std::snprintf(fingerprint.data(), fingerprint.size(), "%016llx",
                  static_cast<unsigned long long>(facts.fingerprint));
    writer.member("fingerprint", fingerprint.data());
    writer.endObject();
}

void writeReader(json::Writer &writer, const ReaderIdentity &reader)
{
    writer.beginObject();
    writer.member("reader");
    writer.beginObject();
    writer.member("name", view(reader.name));
    writer.member("version", view(reader.version));
    writer.member("digest", view(reader.digest));
    writer.endObject();
}

void writeValidity(json::Writer &writer, Validity validity)
{
    if (validity != Validity::Lasting)
        writer.member("validity", validity == Validity::ThisTime ? thisTime : sameFingerprint);
}

// Where the member "reader" ends if the document begins as writeReader() writes it; otherwise 0. A name or a
// version that contains a quotation mark has it escaped, so that the mark below is the digest's.
std::size_t endOfReader(std::string_view document)
{
    constexpr std::string_view begin = R"({"reader":{"name":")";
    constexpr std::string_view digest = R"(","digest":")";
    constexpr std::size_t digits = 16;
    constexpr std::string_view end = R"("})";
    const std::size_t found = document.starts_with(begin) ? document.find(digest) : std::string_view::npos;
    if (found == std::string_view::npos)
        return 0;
    const std::size_t endsAt = found + digest.size() + digits;
    return document.substr(std::min(endsAt, document.size())).starts_with(end) ? endsAt + end.size() : 0;
}

// Collects the members of the document that readingOf() needs.
class ReadingHandler final : public json::Handler
{
public:
    void beginObject() override { ++m_level; }
    void endObject() override { --m_level; }
    void beginArray() override { ++m_level; }
    void endArray() override { --m_level; }
    void name(std::string_view, std::string_view text) override
    {
        if (m_level == 1)
            m_member = text;
        m_name = text;
    }
    void string(std::string_view, std::string_view text) override
    {
        if (m_level == 1 && m_member == "validity") {
            // An unknown value, from a later release, is treated as the strictest one.
            m_reading.validity = text == sameFingerprint ? Validity::SameFingerprint : Validity::ThisTime;
        } else if (m_level == 2 && m_member == "file" && m_name == "fingerprint") {
            std::from_chars(text.data(), text.data() + text.size(), m_reading.fingerprint, 16);
        } else if (m_level == 1 && m_member == "problem") {
            m_reading.kind = Reading::Kind::NotUnderstood;
            m_reading.detail = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        } else if (m_level == 2 && m_member == "failure" && m_name == "kind") {
            m_reading.kind = Reading::Kind::Failed;
            for (const auto &[kind, name] : failureNames)
                if (name == text)
                    m_reading.failure = kind;
        } else if (m_level == 2 && m_member == "failure" && m_name == "detail") {
            m_reading.detail = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        }
    }
    void literal(std::string_view) override {}

    const Reading &result() const { return m_reading; }

private:
    Reading m_reading{.kind = Reading::Kind::Understood};
    std::string m_member; // the current member of the document
    std::string m_name;
    int m_level = 0;
};

} // namespace

std::string document(const FileFacts &facts, const Extraction &extraction, Validity validity)
{
    json::Writer writer;
    writeReader(writer, extraction.reader);
    writeValidity(writer, validity);
    if (!extraction.problem.isEmpty())
        writeText(writer, "problem", extraction.problem);
    writeFacts(writer, facts);
    writer.member("metadata");
    writer.document(view(extraction.metadata));
    writer.endObject();
    return writer.take();
}

std::string document(const ReaderIdentity &reader, const FileFacts &facts, const ExtractFailure &failure,
                     Validity validity)
{
    json::Writer writer;
    writeReader(writer, reader);
    writeValidity(writer, validity);
    writer.member("failure");
    writer.beginObject();
    for (const auto &[kind, name] : failureNames)
        if (kind == failure.kind)
            writer.member("kind", name);
    writeText(writer, "detail", failure.detail);
    writer.endObject();
    writeFacts(writer, facts);
    writer.endObject();
    return writer.take();
}

std::string document(const ReaderIdentity &reader, const FileFacts &facts, Validity validity,
                     std::string_view name, std::string_view json)
{
    json::Writer writer;
    writer.reserve(json.size() + 512);
    writeReader(writer, reader);
    writeValidity(writer, validity);
    writeFacts(writer, facts);
    writer.member(name);
    writer.document(json);
    writer.endObject();
    return writer.take();
}

// exiftool's messages (ExifTool.pm, ExtractInfo).
Problem problemIn(const QString &message)
{
    if (message.isEmpty())
        return Problem::None;
    if (message == QLatin1StringView("Unknown file type"))
        return Problem::UnknownType;
    return message == QLatin1StringView("File is empty") ? Problem::Empty : Problem::Unreadable;
}

bool isLasting(ExtractFailure::Kind kind)
{
    return kind != FailureKind::NotStarted && kind != FailureKind::NotAsked;
}

std::string headOf(const ReaderIdentity &reader)
{
    if (reader == ReaderIdentity())
        return {};
    json::Writer writer;
    writeReader(writer, reader);
    return writer.take();
}

Reading readingOf(std::string_view document, std::string_view head)
{
    if (!document.starts_with(head))
        return {.kind = Reading::Kind::OfAnotherReader};
    if (head.empty())
        head = document.substr(0, endOfReader(document));
    if (!head.empty() && document.substr(head.size()).starts_with(R"(,"file")"))
        return {.kind = Reading::Kind::Understood};
    ReadingHandler handler;
    json::read(document, handler);
    return handler.result();
}

} // namespace manometer::extract
