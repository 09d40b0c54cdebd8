// SPDX-License-Identifier: GPL-3.0-or-later
//
// Builds the target of a request: a path with a query. Pure.
#pragma once

#include "client/Bytes.h"

#include <string>
#include <string_view>

namespace manometer::ctl {

class Query
{
public:
    explicit Query(std::string path)
        : m_text(std::move(path))
    {}

    // Percent-encodes the value.
    Query &add(std::string_view name, std::string_view value)
    {
        m_text += m_hasFields ? '&' : '?';
        m_text.append(name).append("=").append(client::percentEncoded(value));
        m_hasFields = true;
        return *this;
    }
    // Only if there is a value.
    Query &addIf(std::string_view name, std::string_view value)
    {
        return value.empty() ? *this : add(name, value);
    }
    const std::string &text() const { return m_text; }

private:
    std::string m_text;
    bool m_hasFields = false;
};

} // namespace manometer::ctl
