// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers/Messages.h"

#include <cstring>
#include <limits>

namespace manometer::answers {

namespace {

class BodyWriter
{
public:
    explicit BodyWriter(Kind kind)
        : m_kind(kind)
    {
        m_message.resize(sizeof(Head));
    }
    void number(std::uint64_t number)
    {
        m_message.append(reinterpret_cast<const char *>(&number), sizeof number);
    }
    void number(std::int64_t value) { number(static_cast<std::uint64_t>(value)); }
    void bytes(std::string_view bytes)
    {
        number(std::uint64_t(bytes.size()));
        m_message += bytes;
    }
    void answer(const Answer &answer)
    {
        number(std::int64_t(answer.status));
        number(answer.costMicroseconds);
        number(std::uint64_t(answer.onlyForAccessTime ? 1 : 0));
        number(answer.onlyForAccessTime.value_or(0));
        number(std::uint64_t(answer.accessTimes.size()));
        for (const std::uint32_t offset : answer.accessTimes)
            number(std::uint64_t(offset));
        bytes(answer.output);
        bytes(answer.errors);
    }
    std::string take()
    {
        const Head head{.kind = m_kind,
                        .length = static_cast<std::uint32_t>(m_message.size() - sizeof(Head))};
        std::memcpy(m_message.data(), &head, sizeof head);
        return std::move(m_message);
    }

private:
    Kind m_kind;
    std::string m_message;
};

class BodyReader
{
public:
    explicit BodyReader(std::string_view body)
        : m_rest(body)
    {}
    std::uint64_t number()
    {
        std::uint64_t number = 0;
        if (m_rest.size() < sizeof number) {
            m_isGood = false;
            return 0;
        }
        std::memcpy(&number, m_rest.data(), sizeof number);
        m_rest.remove_prefix(sizeof number);
        return number;
    }
    std::int64_t signedNumber() { return static_cast<std::int64_t>(number()); }
    std::string_view bytes()
    {
        const std::uint64_t length = number();
        if (length > m_rest.size()) {
            m_isGood = false;
            return {};
        }
        const std::string_view bytes = m_rest.substr(0, length);
        m_rest.remove_prefix(length);
        return bytes;
    }
    Answer answer()
    {
        Answer answer;
        const std::int64_t status = signedNumber();
        m_isGood = m_isGood && status >= 0 && status <= 255;
        answer.status = static_cast<int>(status);
        answer.costMicroseconds = number();
        const std::uint64_t isOnly = number();
        const std::int64_t only = signedNumber();
        if (isOnly == 1)
            answer.onlyForAccessTime = only;
        m_isGood = m_isGood && isOnly <= 1;
        const std::uint64_t count = number();
        for (std::uint64_t i = 0; i < count && m_isGood; ++i) {
            const std::uint64_t offset = number();
            m_isGood = m_isGood && offset <= mostAnswerBytes;
            answer.accessTimes.push_back(static_cast<std::uint32_t>(offset));
        }
        answer.output = bytes();
        answer.errors = bytes();
        for (const std::uint32_t offset : answer.accessTimes)
            m_isGood = m_isGood && offset + accessTimeLength <= answer.output.size();
        return answer;
    }
    bool isAtEnd() const { return m_isGood && m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_isGood = true;
};

} // namespace

std::string findMessage(const Question &question)
{
    BodyWriter body(Kind::Find);
    body.bytes(question.path);
    body.bytes(question.text);
    body.number(std::uint64_t(question.isCounted ? 1 : 0));
    body.number(question.startMicroseconds);
    return body.take();
}

std::string foundMessage(const Answer &answer)
{
    BodyWriter body(Kind::Found);
    body.answer(answer);
    return body.take();
}

std::string notFoundMessage()
{
    return BodyWriter(Kind::NotFound).take();
}

std::string storeMessage(std::string_view path, std::string_view text, const FileState &before,
                         const Answer &answer)
{
    BodyWriter body(Kind::Store);
    body.bytes(path);
    body.bytes(text);
    for (const std::uint64_t number : {before.device, before.inode, before.sizeBytes})
        body.number(number);
    for (const std::int64_t number : {before.mtimeNanoseconds, before.ctimeNanoseconds})
        body.number(number);
    body.answer(answer);
    return body.take();
}

std::optional<Head> headOf(std::string_view bytes)
{
    Head head;
    if (bytes.size() < sizeof head)
        return std::nullopt;
    std::memcpy(&head, bytes.data(), sizeof head);
    const bool isGood = head.format == Head::currentFormat && head.kind >= Kind::Find &&
                        head.kind <= Kind::Store && head.length <= mostMessageBytes;
    return isGood ? std::optional(head) : std::nullopt;
}

std::optional<FindBody> findBody(std::string_view body)
{
    BodyReader reader(body);
    const FindBody found{.path = reader.bytes(),
                         .text = reader.bytes(),
                         .isCounted = reader.number() != 0,
                         .startMicroseconds = reader.number()};
    return reader.isAtEnd() ? std::optional(found) : std::nullopt;
}

std::optional<StoreBody> storeBody(std::string_view body)
{
    BodyReader reader(body);
    StoreBody store{.path = reader.bytes(), .text = reader.bytes(), .before = {}, .answer = {}};
    store.before.device = reader.number();
    store.before.inode = reader.number();
    store.before.sizeBytes = reader.number();
    store.before.mtimeNanoseconds = reader.signedNumber();
    store.before.ctimeNanoseconds = reader.signedNumber();
    store.answer = reader.answer();
    return reader.isAtEnd() ? std::optional(std::move(store)) : std::nullopt;
}

std::optional<Answer> foundBody(std::string_view body)
{
    BodyReader reader(body);
    Answer answer = reader.answer();
    return reader.isAtEnd() ? std::optional(std::move(answer)) : std::nullopt;
}

} // namespace manometer::answers
