// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ReaderAnswer.h"

#include "json/Json.h"

#include <charconv>
#include <string>

namespace manometer::extract {

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// The printable ASCII characters of a path. exiftool prints bytes that are not UTF-8 as '?', so paths are
// compared without these.
std::string comparablePart(std::string_view path)
{
    std::string plain;
    for (const char character : path)
        if (character > 0x20 && character < 0x7f && character != '?')
            plain += character;
    return plain;
}

// "0.0599 s" (ExifTool.pm, ProcessingTime).
std::optional<std::chrono::nanoseconds> durationOf(std::string_view text)
{
    double seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || !(seconds >= 0 && seconds < 1e6))
        return std::nullopt;
    return std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
}

// Copies the groups of tags to a Writer, and extracts the members that do not describe the file.
class AnswerHandler final : public json::Handler
{
public:
    ReaderAnswer answer;
    std::string source;

    void beginArray() override
    {
        if (m_level > 0)
            open(&json::Writer::beginArray);
        ++m_level;
    }
    void endArray() override
    {
        if (--m_level > 0)
            m_writer.endArray();
    }
    void beginObject() override
    {
        if (m_level == fileLevel - 1) {
            ++m_files;
            m_writer.beginObject();
        } else if (m_level == fileLevel && m_held == Held::Name) {
            m_held = Held::Group;
        } else {
            open(&json::Writer::beginObject);
        }
        ++m_level;
    }
    void endObject() override
    {
        --m_level;
        if (m_held == Held::Group && m_level == fileLevel)
            m_held = Held::Nothing; // the group had no tag of the file
        else
            m_writer.endObject();
    }
    void name(std::string_view raw, std::string_view text) override
    {
        if (m_level == fileLevel) {
            m_group = text;
            answer.id3.add(Id3Versions::ofGroup(text));
            if (text == "SourceFile")
                return;
            if (text == "ExifTool") {
                m_held = Held::Name;
                return;
            }
        } else if (m_level == fileLevel + 1) {
            m_tag = text;
            if (isProcessingTime())
                return;
            writeHeld();
        }
        m_writer.name(raw, text);
    }
    void string(std::string_view raw, std::string_view text) override
    {
        if (m_level == fileLevel && m_group == "SourceFile") {
            source = text;
        } else if (isProcessingTime()) {
            answer.cost = durationOf(text);
        } else {
            if (m_level == fileLevel + 1 && m_group == "ExifTool" && m_tag == "Error" &&
                answer.problem.isEmpty())
                answer.problem = toQString(text);
            beforeValue();
            m_writer.string(raw, text);
        }
    }
    void literal(std::string_view token) override
    {
        if (m_level == fileLevel && m_group == "SourceFile") {
            source = token; // a file may be called 1.10 or true
        } else if (isProcessingTime()) {
            answer.cost = durationOf(token);
        } else {
            beforeValue();
            m_writer.literal(token);
        }
    }

    // Whether the answer is a list of one object that names its file.
    bool isOneFile() const { return m_files == 1 && !source.empty() && !m_isMalformed; }
    std::string take() { return m_writer.take(); }

private:
    static constexpr int fileLevel = 2; // inside the list and the file's object
    // How much of the group ExifTool is held back: it is written together with its first member, if any.
    enum class Held { Nothing, Name, Group };

    bool isProcessingTime() const
    {
        return m_level == fileLevel + 1 && m_group == "ExifTool" && m_tag == "ProcessingTime";
    }
    void writeHeld()
    {
        if (m_held == Held::Nothing)
            return;
        m_writer.member("ExifTool");
        if (std::exchange(m_held, Held::Nothing) == Held::Group)
            m_writer.beginObject();
    }
    void open(void (json::Writer::*bracket)())
    {
        beforeValue();
        (m_writer.*bracket)();
    }
    void beforeValue()
    {
        if (m_level < fileLevel || (m_level == fileLevel && m_group == "SourceFile"))
            m_isMalformed = true;
        if (m_level == fileLevel)
            writeHeld();
    }

    json::Writer m_writer;
    std::string m_group;
    std::string m_tag;
    Held m_held = Held::Nothing;
    int m_level = 0;
    int m_files = 0;
    bool m_isMalformed = false;
};

} // namespace

Expected<ReaderAnswer, QString> parseAnswer(const QByteArray &answer, const QByteArray &argument)
{
    AnswerHandler handler;
    const auto done = json::read(viewOf(answer), handler, json::Tolerance::Repair);
    if (!done)
        return Unexpected<QString>(toQString(done.error().reason));
    if (!handler.isOneFile())
        return Unexpected<QString>(QStringLiteral("the answer does not describe exactly one file"));
    if (comparablePart(handler.source) != comparablePart(viewOf(argument)))
        return Unexpected<QString>(QStringLiteral("the answer describes another file: ") +
                                   toQString(handler.source));
    handler.answer.metadata = QByteArray::fromStdString(handler.take());
    return handler.answer;
}

} // namespace manometer::extract
