// The host's token, for those views of the desk that ask by HTTP.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export const HostKey = createContext('');

export function useHostKey(): string {
  return useContext(HostKey);
}
