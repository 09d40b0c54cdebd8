// SPDX-License-Identifier: GPL-3.0-or-later
//
// Encodes and decodes integers and doubles, little-endian, for our own file formats. The reader never reads
// past its end: missing bytes read as zero, and failed() is true from then on. Plain values; any thread.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace manometer::journal {

class ByteWriter
{
public:
    explicit ByteWriter(std::string &out)
        : m_out(out)
    {}

    void byte(std::uint8_t value) { m_out.push_back(static_cast<char>(value)); }
    void bytes(std::string_view value) { m_out.append(value); }
    template<typename Integer>
    void fixed(Integer value)
    {
        auto rest = static_cast<std::uint64_t>(value);
        for (std::size_t i = 0; i < sizeof(Integer); ++i, rest >>= 8)
            byte(static_cast<std::uint8_t>(rest));
    }
    void number(double value) { fixed(std::bit_cast<std::uint64_t>(value)); }
    void number(float value) { fixed(std::bit_cast<std::uint32_t>(value)); }
    // LEB128: seven bits a byte, the least significant first.
    void varint(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            byte(static_cast<std::uint8_t>(value | 0x80));
        byte(static_cast<std::uint8_t>(value));
    }
    // Maps 0, -1, 1, -2, … to 0, 1, 2, 3, …, so that small numbers of either sign are short.
    void zigzag(std::int64_t value)
    {
        varint((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }

private:
    std::string &m_out;
};

class ByteReader
{
public:
    explicit ByteReader(std::string_view in)
        : m_in(in)
    {}

    bool failed() const { return m_failed; }
    void fail() { m_failed = true; }
    std::size_t left() const { return m_in.size(); }

    std::uint8_t byte()
    {
        const auto one = bytes(1);
        return one.empty() ? std::uint8_t(0) : static_cast<std::uint8_t>(one.front());
    }
    std::string_view bytes(std::size_t count)
    {
        if (count > m_in.size()) {
            m_failed = true;
            m_in = {};
            return {};
        }
        const auto taken = m_in.substr(0, count);
        m_in.remove_prefix(count);
        return taken;
    }
    template<typename Integer>
    Integer fixed()
    {
        const auto taken = bytes(sizeof(Integer));
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < taken.size(); ++i)
            value |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(taken[i])) << (8 * i);
        return static_cast<Integer>(value);
    }
    double number() { return std::bit_cast<double>(fixed<std::uint64_t>()); }
    float smallNumber() { return std::bit_cast<float>(fixed<std::uint32_t>()); }
    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t part = byte();
            value |= static_cast<std::uint64_t>(part & 0x7f) << shift;
            if ((part & 0x80) == 0)
                return value;
        }
        m_failed = true;
        return 0;
    }
    std::int64_t zigzag()
    {
        const std::uint64_t value = varint();
        return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
    }

private:
    std::string_view m_in;
    bool m_failed = false;
};

} // namespace manometer::journal
