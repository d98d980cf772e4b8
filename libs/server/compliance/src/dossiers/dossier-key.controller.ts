import { Controller, Get, Res } from '@nestjs/common';
import { Public, attachmentOf } from '@papan/server-platform';
import type { Response } from 'express';
import { Papers } from '../letters/papers';

/** The public half of the key that seals dossiers: whoever holds a dossier may compare it, also without an account. */
@Controller('api/dossier-key')
export class DossierKeyController {
  constructor(private readonly papers: Papers) {}

  @Get()
  @Public()
  async read(@Res() response: Response): Promise<void> {
    const { publicKeyPem } = await this.papers.key();
    response.setHeader('Content-Type', 'application/x-pem-file');
    response.setHeader('Content-Disposition', attachmentOf('kunci-publik.pem'));
    response.send(publicKeyPem);
  }
}
