// SPDX-License-Identifier: GPL-3.0-or-later
//
// FITS files for tests, written by cfitsio.
#pragma once

#include <QByteArray>

#include <fitsio.h>
#include <vector>

namespace manometer::test {

template<typename T>
constexpr int fitsTypeOf()
{
    if constexpr (std::is_same_v<T, signed char>)
        return TSBYTE;
    else if constexpr (std::is_same_v<T, unsigned char>)
        return TBYTE;
    else if constexpr (std::is_same_v<T, short>)
        return TSHORT;
    else if constexpr (std::is_same_v<T, unsigned short>)
        return TUSHORT;
    else if constexpr (std::is_same_v<T, int>)
        return TINT;
    else if constexpr (std::is_same_v<T, unsigned>)
        return TUINT;
    else if constexpr (std::is_same_v<T, LONGLONG>)
        return TLONGLONG;
    else if constexpr (std::is_same_v<T, ULONGLONG>)
        return TULONGLONG;
    else if constexpr (std::is_same_v<T, float>)
        return TFLOAT;
    else
        return TDOUBLE;
}

// A file that is being written. `status` is cfitsio's, 0 for success.
class FitsWriter
{
public:
    explicit FitsWriter(const QByteArray &path) { ::fits_create_diskfile(&file, path.constData(), &status); }
    ~FitsWriter() { close(); }
    FitsWriter(const FitsWriter &) = delete;
    FitsWriter &operator=(const FitsWriter &) = delete;

    template<typename T>
    void image(int bitpix, std::vector<long> axes, std::vector<T> values)
    {
        ::fits_create_img(file, bitpix, int(axes.size()), axes.data(), &status);
        ::fits_write_img(file, fitsTypeOf<T>(), 1, LONGLONG(values.size()), values.data(), &status);
    }
    void key(const char *name, LONGLONG value)
    {
        ::fits_write_key(file, TLONGLONG, name, &value, nullptr, &status);
    }
    void close()
    {
        if (file)
            ::fits_close_file(file, &status);
        file = nullptr;
    }

    fitsfile *file = nullptr;
    int status = 0;
};

} // namespace manometer::test
