// A libssl built with kernel TLS asks a socket's BIO whether the kernel encrypts for it (BIO_CTRL_GET_KTLS_SEND and
// _RECV), and where the answer is yes it makes no buffer to write into. mediasoup sets a callback that answers 1 to
// everything, and the DTLS handshake then writes through a null pointer. This puts a callback around mediasoup's that
// answers those two questions with no, and is included before every source file.
#pragma once

#ifdef __cplusplus
#include <openssl/bio.h>

namespace hexkey
{
	template<BIO_callback_fn_ex Callback>
	long withoutKernelTls(
	  BIO* bio, int operation, const char* data, size_t length, int command, long number, int result, size_t* processed)
	{
		const bool answersControl = operation == (BIO_CB_CTRL | BIO_CB_RETURN);
		const bool asksForKernel = command == BIO_CTRL_GET_KTLS_SEND || command == BIO_CTRL_GET_KTLS_RECV;

		if (answersControl && asksForKernel)
		{
			return 0;
		}

		return Callback(bio, operation, data, length, command, number, result, processed);
	}
} // namespace hexkey

// The parentheses keep the function itself from being replaced once more.
#define BIO_set_callback_ex(bio, callback) (BIO_set_callback_ex)((bio), hexkey::withoutKernelTls<callback>)
#endif
