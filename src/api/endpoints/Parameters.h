// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parameters of a request's query, with a refusal for each that is not understood, so that a misspelled
// one is noticed. Pure; one thread.
#pragma once

#include "api/http/Message.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace manometer::api {

class Parameters
{
public:
    explicit Parameters(const Request &request)
        : m_request(request)
    {}

    const std::string *text(std::string_view name)
    {
        m_known.insert(name);
        return m_request.parameter(name);
    }
    template<typename Integer>
    std::optional<Integer> integer(std::string_view name, Integer least, Integer most)
    {
        const std::string *given = text(name);
        if (!given)
            return std::nullopt;
        Integer value = 0;
        const char *end = given->data() + given->size();
        const auto read = std::from_chars(given->data(), end, value);
        if (read.ec == std::errc() && read.ptr == end && least <= value && value <= most)
            return value;
        complain(std::string(name) + " is not a whole number from " + std::to_string(least) + " to " +
                 std::to_string(most) + '.');
        return std::nullopt;
    }
    std::optional<bool> boolean(std::string_view name)
    {
        const std::string *given = text(name);
        if (!given)
            return std::nullopt;
        if (*given != "true" && *given != "false")
            complain(std::string(name) + " is neither true nor false.");
        return *given == "true";
    }
    void complain(const std::string &complaint)
    {
        if (m_complaint.empty())
            m_complaint = complaint;
    }
    // After all have been asked for.
    std::optional<Response> findProblem() const
    {
        std::string complaint = m_complaint;
        for (const auto &[name, value] : m_request.query)
            if (complaint.empty() && !m_known.contains(name))
                complaint = "There is no parameter " + name.substr(0, 60) + '.';
        return complaint.empty() ? std::nullopt : std::optional(problem(400, "bad_request", complaint));
    }

private:
    const Request &m_request;
    std::set<std::string_view> m_known;
    std::string m_complaint;
};

} // namespace manometer::api
