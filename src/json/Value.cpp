// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/Value.h"

namespace manometer::json {

// Builds the tree from the pieces that read() delivers in document order.
class Value::Builder final : public Handler
{
public:
    explicit Builder(Value &root)
        : m_root(root)
    {}

    void beginObject() override { open(Kind::Object); }
    void endObject() override { m_open.pop_back(); }
    void beginArray() override { open(Kind::Array); }
    void endArray() override { m_open.pop_back(); }
    void name(std::string_view, std::string_view text) override { m_name = text; }
    void string(std::string_view, std::string_view text) override { add(Kind::String).m_text = text; }
    void literal(std::string_view token) override
    {
        if (token == "null")
            add(Kind::Null);
        else
            add(token == "true" || token == "false" ? Kind::Boolean : Kind::Number).m_text = token;
    }

private:
    Value &add(Kind kind)
    {
        Value *value = &m_root;
        if (!m_open.empty()) {
            Value &parent = *m_open.back();
            value = parent.m_kind == Kind::Array ? &parent.m_items.emplace_back()
                                                 : &parent.m_members.emplace_back(m_name, Value()).second;
        }
        value->m_kind = kind;
        return *value;
    }
    // A parent's children do not move while one of them is open: it is the last one.
    void open(Kind kind) { m_open.push_back(&add(kind)); }

    Value &m_root;
    std::vector<Value *> m_open;
    std::string m_name;
};

Expected<Value, ReadError> Value::parse(std::string_view document)
{
    Value root;
    Builder builder(root);
    if (auto done = read(document, builder); !done)
        return Unexpected<ReadError>(done.error());
    return root;
}

std::optional<bool> Value::boolean() const
{
    return m_kind == Kind::Boolean ? std::optional(m_text == "true") : std::nullopt;
}

std::optional<double> Value::number() const
{
    double value = 0;
    const char *end = m_text.data() + m_text.size();
    const auto read = std::from_chars(m_text.data(), end, value);
    if (m_kind != Kind::Number || read.ec != std::errc() || read.ptr != end)
        return std::nullopt;
    return value;
}

const Value *Value::find(std::string_view name) const
{
    for (auto member = m_members.rbegin(); member != m_members.rend(); ++member)
        if (member->first == name)
            return &member->second;
    return nullptr;
}

} // namespace manometer::json
